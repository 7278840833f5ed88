@description('Settings by name.')
type Settings = {
  @description('One setting.')
  *: string
}

@description('Name of the plan.')
param planName string

@description('Name of the app.')
@minLength(2)
@maxLength(32)
param appName string

@description('Region.')
param location string

@description('Tags.')
param tags resourceInput<'Microsoft.Web/sites@2025-03-01'>.tags

@description('Identity that the app acts as.')
@minLength(3)
param identityName string

@description('Storage account of the host, the app and its packages.')
@minLength(3)
param storageName string

@description('Application Insights component that telemetry is sent to.')
param insightsName string

@description('Settings of the app itself.')
param settings Settings

@description('Memory of one instance in MB.')
param instanceMemory 512 | 2048 | 4096

@description('Instances the plan may grow to.')
@minValue(1)
@maxValue(1000)
param maximumInstances int

@description('Instances kept warm for requests.')
@minValue(0)
param alwaysReady int

@description('Spreads the instances over the zones of the region.')
param zoneRedundant bool

@description('Requests that one instance answers at a time.')
@minValue(1)
@maxValue(1000)
param requestConcurrency int

@description('Network that the app speaks from, by its subnet snet-app; empty for the internet.')
param networkName string

@description('Front Door profile that alone may ask the app; empty for everyone.')
param frontDoorName string

@description('Application in Entra ID by which editors sign in to the desk; empty for no sign-in.')
param signInClient string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource storage 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: storageName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource subnet 'Microsoft.Network/virtualNetworks/subnets@2026-03-01' existing = if (!empty(networkName)) {
  name: '${networkName}/snet-app'
}

resource edge 'Microsoft.Cdn/profiles@2026-07-01' existing = if (!empty(frontDoorName)) {
  name: frontDoorName
}

@description('How the Functions host and the app reach Azure: by address and identity, never by key.')
var connections = {
  AzureWebJobsStorage__blobServiceUri: storage.properties.primaryEndpoints.blob
  AzureWebJobsStorage__queueServiceUri: storage.properties.primaryEndpoints.queue
  AzureWebJobsStorage__tableServiceUri: storage.properties.primaryEndpoints.table
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.properties.clientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
}

@description('Instead of a secret: the app proves to Entra ID by its own identity that it is the application.')
var signInSettings = empty(signInClient) ? {} : { OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identity.properties.clientId }

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: appName
  location: location
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    publicNetworkAccess: 'Enabled'
    virtualNetworkSubnetId: empty(networkName) ? null : subnet.id
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      ipSecurityRestrictionsDefaultAction: empty(frontDoorName) ? 'Allow' : 'Deny'
      ipSecurityRestrictions: empty(frontDoorName)
        ? []
        : [
            {
              name: 'front-door'
              action: 'Allow'
              priority: 100
              tag: 'ServiceTag'
              ipAddress: 'AzureFrontDoor.Backend'
              headers: { 'x-azure-fdid': [edge!.properties.frontDoorId] }
            }
          ]
      scmIpSecurityRestrictionsDefaultAction: 'Allow'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}deployments'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemory
        maximumInstanceCount: maximumInstances
        alwaysReady: alwaysReady == 0 ? [] : [{ name: 'http', instanceCount: alwaysReady }]
        triggers: { http: { perInstanceConcurrency: requestConcurrency } }
      }
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(settings, connections, signInSettings)
  }

  // Everyone may read; whoever opens the desk is sent to sign in by the app itself. The platform takes away what a client sends as its principal.
  resource signIn 'config' = if (!empty(signInClient)) {
    name: 'authsettingsV2'
    properties: {
      platform: { enabled: true }
      globalValidation: {
        requireAuthentication: false
        unauthenticatedClientAction: 'AllowAnonymous'
      }
      httpSettings: {
        requireHttps: true
        forwardProxy: { convention: empty(frontDoorName) ? 'NoProxy' : 'Standard' }
      }
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: {
            clientId: signInClient
            clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
            openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
          }
          validation: { allowedAudiences: [signInClient] }
        }
      }
      login: {
        tokenStore: { enabled: false }
        cookieExpiration: {
          convention: 'FixedTime'
          timeToExpiration: '08:00:00'
        }
      }
    }
    dependsOn: [appSettings]
  }

  resource ftpLogin 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource deploymentLogin 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

@description('Name.')
output name string = app.name
