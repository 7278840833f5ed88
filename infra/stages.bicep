@export()
@description('What differs between a place to try things and the service itself.')
type Options = {
  @description('Redundancy of the storage account.')
  storageSku: 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GZRS'

  @description('Days that a deleted blob or container can be brought back.')
  softDeleteDays: int

  @description('Days that rejected uploads and their reports are kept.')
  rejectedDays: int

  @description('Days that each version of an original cannot be deleted or overwritten; 0 for no such policy.')
  originalsDays: int

  @description('Keeps the storage account from being deleted by accident.')
  locked: bool

  @description('Whether each write and deletion of a blob is logged, with who did it.')
  audit: bool

  @description('Memory of one instance in MB.')
  instanceMemory: 512 | 2048 | 4096

  @description('Instances the plan may grow to.')
  maximumInstances: int

  @description('Instances kept warm for requests; 0 lets the service sleep.')
  alwaysReady: int

  @description('Requests that one instance answers at a time.')
  requestConcurrency: int

  @description('Days that logs, traces and metrics are kept.')
  logRetentionDays: int

  @description('Ceiling on the telemetry taken in, in GB a day; -1 for none.')
  logDailyQuota: int

  @description('Seconds between two checks of /health from one place.')
  healthCheckSeconds: 300 | 600 | 900

  @description('Azure places that check /health.')
  healthCheckPlaces: string[]

  @description('Hours after which the newest release of the feed of all is called old.')
  feedAgeHours: int

  @description('Share of requests, in percent, that may fail with 5xx in 15 minutes.')
  failedRequestPercent: int

  @description('Ceiling on the bill of a month in the currency of the subscription, for warnings only.')
  monthlyBudget: int
}

@export()
@description('A place to try things: cheap, and forgetful after a month.')
var dev Options = {
  storageSku: 'Standard_LRS'
  softDeleteDays: 7
  rejectedDays: 30
  originalsDays: 0
  locked: false
  audit: false
  instanceMemory: 2048
  maximumInstances: 40
  alwaysReady: 0
  requestConcurrency: 64
  logRetentionDays: 30
  logDailyQuota: 1
  healthCheckSeconds: 900
  healthCheckPlaces: ['apac-sg-sin-azr']
  feedAgeHours: 168
  failedRequestPercent: 10
  monthlyBudget: 25
}

@export()
@description('The service itself.')
var production Options = {
  storageSku: 'Standard_ZRS'
  softDeleteDays: 30
  rejectedDays: 90
  originalsDays: 365
  locked: true
  audit: true
  instanceMemory: 2048
  maximumInstances: 100
  alwaysReady: 1
  requestConcurrency: 64
  logRetentionDays: 90
  logDailyQuota: -1
  healthCheckSeconds: 300
  healthCheckPlaces: ['apac-sg-sin-azr', 'apac-hk-hkn-azr', 'apac-jp-kaw-edge', 'emea-au-syd-edge', 'emea-nl-ams-azr']
  feedAgeHours: 72
  failedRequestPercent: 2
  monthlyBudget: 250
}
