using 'main.bicep'
import { dev, production } from 'stages.bicep'

@description('Chosen by `azd env set SIARAN_STAGE production`; azd fills in the environment.')
var stageName = readEnvironmentVariable('SIARAN_STAGE', 'dev')

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'siaran-dev')
param location = readEnvironmentVariable('AZURE_LOCATION', 'southeastasia')
param stage = stageName == 'production' ? 'production' : 'dev'
param options = stageName == 'production' ? production : dev

param frontDoor = bool(readEnvironmentVariable('SIARAN_FRONT_DOOR', 'false'))
param firewall = bool(readEnvironmentVariable('SIARAN_FIREWALL', 'false'))
param zoneRedundant = bool(readEnvironmentVariable('SIARAN_ZONE_REDUNDANT', 'false'))
param privateNetwork = bool(readEnvironmentVariable('SIARAN_PRIVATE_NETWORK', 'false'))
param baseAddress = readEnvironmentVariable('SIARAN_BASE_ADDRESS', '')
param budgetStart = readEnvironmentVariable('SIARAN_BUDGET_START', '')
param signInClient = readEnvironmentVariable('SIARAN_SIGN_IN_CLIENT', '')
param alertEmail = readEnvironmentVariable('SIARAN_ALERT_EMAIL', '')

// Every setting of the app but those that the template works out itself (Site__BaseAddress and the Azure connections).
param settings = {
  CollectSchedule: readEnvironmentVariable('SIARAN_COLLECT_SCHEDULE', '0 * * * * *')
  Collect__AtOnce: '8'
  Collect__BatchBytes: '4194304'
  Collect__BatchSize: '100'
  Collect__LonePictureWait: '01:00:00'
  Collect__MaxBytes: '4194304'
  Collect__MaxFileBytes: '20971520'
  Collect__MostTries: '5'
  Collect__Patience: '00:00:05'
  Collect__PictureWait: '00:10:00'
  Desk__Holidays: readEnvironmentVariable('SIARAN_HOLIDAYS', '')
  Desk__SignIn: empty(readEnvironmentVariable('SIARAN_SIGN_IN_CLIENT', '')) ? 'none' : 'platform'
  RetagSchedule: readEnvironmentVariable('SIARAN_RETAG_SCHEDULE', '30 */5 * * * *')
  Retag__BatchSize: '50'
  Retag__Settling: '00:03:00'
  Retag__StepsInOneRun: '10'
  // Front Door names in X-Forwarded-For whom it heard, before the platform's own front end does.
  Replies__Proxies: readEnvironmentVariable('SIARAN_FRONT_DOOR', 'false') == 'true' ? '1' : '0'
  Site__CacheBytes: '67108864'
  Site__Description: readEnvironmentVariable('SIARAN_DESCRIPTION', 'Siaran pers pemerintah, selengkapnya.')
  Site__Freshness: '00:00:15'
  Site__Hub: readEnvironmentVariable('SIARAN_HUB', '')
  Site__Language: 'id'
  Site__MaxAge: '00:01:00'
  Site__PressContacts: readEnvironmentVariable('SIARAN_PRESS_CONTACTS', '')
  Site__TimeZone: readEnvironmentVariable('SIARAN_TIME_ZONE', 'Asia/Makassar')
  Site__Title: readEnvironmentVariable('SIARAN_TITLE', 'Siaran Pers')
  Site__Ttl: '00:15:00'
  Storage__AtOnce: '8'
  // This template makes containers and tables.
  Storage__CreateMissing: 'false'
  Storage__RetryDelay: '00:00:00.2000000'
}
