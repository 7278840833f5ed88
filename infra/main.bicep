targetScope = 'subscription'

import { Options } from 'stages.bicep'

@description('Settings of the app by name; `__` stands for a step down.')
type Settings = {
  @description('One setting.')
  *: string
}

@description('Name of the environment, as azd calls it.')
@minLength(1)
@maxLength(64)
param environmentName string

@description('Region of everything that has one.')
@minLength(1)
param location string

@description('Stage of the environment; a part of every name.')
param stage 'dev' | 'production'

@description('What differs between stages.')
param options Options

@description('Settings of the app that the template only passes on.')
param settings Settings

@description('Puts Front Door before the app and closes every other way in.')
param frontDoor bool = false

@description('Puts a web application firewall before the app; only with Front Door, whose dearer tier it needs.')
param firewall bool = false

@description('Spreads the instances over the zones of the region, where it has any; needs two that are always ready.')
param zoneRedundant bool = false

@description('Puts storage on a private network that only the app can reach.')
param privateNetwork bool = false

@description('Public address of the site without a closing slash; empty for the one that Azure gives.')
param baseAddress string = ''

@description('Who gets alerts; empty for nobody.')
param alertEmail string = ''

@description('Client id of the application in Entra ID by which editors sign in to the desk; empty for no desk.')
param signInClient string = ''

@description('First day of the month that the budget was made in, yyyy-MM-01; empty for no budget. Azure never lets it change.')
param budgetStart string = ''

@description('Tells apart what must be unique in the world.')
var suffix = take(uniqueString(subscription().id, environmentName, location), 8)

@description('The middle and end of each name, after the abbreviation of its kind.')
var name = 'siaran-${stage}-${suffix}'

@description('Tags of everything; azd finds its environment by the first.')
var tags = {
  'azd-env-name': environmentName
  workload: 'siaran'
  stage: stage
}

@description('Name of the function app, at most 32 characters so that the host takes it whole as its id.')
var appName = 'func-${name}'

@description('Host that Azure gives the function app.')
var appHost = '${appName}.azurewebsites.net'

@description('Name of the storage account.')
var storageName = 'stsiaran${stage == 'production' ? 'prod' : 'dev'}${suffix}'

@description('Blob containers of the app, the one that its packages are deployed from, and those that the host would make for itself, if it might.')
var containers = [
  'incoming'
  'accepted'
  'rejected'
  'doubtful'
  'attachments'
  'drafts'
  'documents'
  'index'
  'vocabulary'
  'deployments'
  'azure-webjobs-hosts'
  'azure-webjobs-secrets'
]

@description('Name of the identity that the app acts as.')
var identityName = 'id-${name}'

@description('Name of the Log Analytics workspace.')
var workspaceName = 'log-${name}'

@description('Name of the group that gets alerts.')
var actionGroupName = 'ag-${name}'

@description('Name of the Application Insights component.')
var insightsName = 'appi-${name}'

@description('Name of the private network.')
var networkName = 'vnet-${name}'

@description('Name of the Front Door profile.')
var frontDoorName = 'afd-${name}'

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: {
    name: identityName
    location: location
    tags: tags
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  scope: group
  params: {
    networkName: networkName
    name: name
    location: location
    tags: tags
    storageName: storageName
  }
  dependsOn: [storage]
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: storageName
    location: location
    tags: tags
    sku: options.storageSku
    containers: containers
    softDeleteDays: options.softDeleteDays
    rejectedDays: options.rejectedDays
    originalsDays: options.originalsDays
    locked: options.locked
    private: privateNetwork
    auditWorkspaceName: options.audit ? workspaceName : ''
  }
  dependsOn: [monitoring]
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    workspaceName: workspaceName
    insightsName: insightsName
    location: location
    tags: tags
    retentionDays: options.logRetentionDays
    dailyQuota: options.logDailyQuota
  }
}

module access 'modules/access.bicep' = {
  scope: group
  params: {
    storageName: storageName
    insightsName: insightsName
    identityName: identityName
    principalId: identity.outputs.principalId
    containers: containers
  }
  dependsOn: [storage, monitoring]
}

module edge 'modules/front-door.bicep' = if (frontDoor) {
  scope: group
  params: {
    profileName: frontDoorName
    endpointName: 'fde-${name}'
    tags: tags
    originHost: appHost
    firewallName: firewall ? replace('waf-${name}', '-', '') : ''
    domainName: replace(baseAddress, 'https://', '')
  }
}

@description('Where the public finds the site.')
var siteAddress = !empty(baseAddress)
  ? baseAddress
  : frontDoor ? 'https://${edge.?outputs.host ?? appHost}' : 'https://${appHost}'

module functions 'modules/functions.bicep' = {
  scope: group
  params: {
    planName: 'asp-${name}'
    appName: appName
    location: location
    tags: tags
    identityName: identityName
    storageName: storageName
    insightsName: insightsName
    settings: union(settings, { Site__BaseAddress: siteAddress })
    instanceMemory: options.instanceMemory
    maximumInstances: options.maximumInstances
    alwaysReady: zoneRedundant ? max(options.alwaysReady, 2) : options.alwaysReady
    zoneRedundant: zoneRedundant
    requestConcurrency: options.requestConcurrency
    networkName: privateNetwork ? networkName : ''
    frontDoorName: frontDoor ? frontDoorName : ''
    signInClient: signInClient
  }
  dependsOn: [access, network]
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    name: name
    location: location
    tags: tags
    email: alertEmail
    workspaceName: workspaceName
    insightsName: insightsName
    actionGroupName: actionGroupName
    siteAddress: siteAddress
    healthCheckSeconds: options.healthCheckSeconds
    healthCheckPlaces: options.healthCheckPlaces
    feedAgeHours: options.feedAgeHours
    failedRequestPercent: options.failedRequestPercent
  }
  dependsOn: [monitoring]
}

module workbook 'modules/workbook.bicep' = {
  scope: group
  params: {
    name: name
    location: location
    tags: tags
    workspaceName: workspaceName
  }
  dependsOn: [monitoring]
}

module budget 'modules/budget.bicep' = if (!empty(budgetStart)) {
  scope: group
  params: {
    name: 'budget-${name}'
    amount: options.monthlyBudget
    start: budgetStart
    actionGroupName: actionGroupName
  }
  dependsOn: [alerts]
}

@description('Where the public finds the site.')
output SITE_ADDRESS string = siteAddress

@description('The resource group, for azd and the runbook.')
output AZURE_RESOURCE_GROUP string = group.name

@description('The function app, for the runbook.')
output FUNCTION_APP_NAME string = functions.outputs.name

@description('The storage account, for editors and the runbook.')
output STORAGE_ACCOUNT_NAME string = storageName
