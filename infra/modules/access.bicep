@description('Storage account.')
@minLength(3)
param storageName string

@description('Application Insights component.')
param insightsName string

@description('Id of the identity by which roles are granted.')
param principalId string

@description('Name of the identity.')
@minLength(3)
param identityName string

@description('Blob containers that the app and its host use; each is granted by itself, so that the identity has no say over any other.')
param containers string[]

@description('Built-in role Storage Blob Data Owner: the host needs it for its leases, and the app to read, write and delete.')
var blobRole = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'

@description('Built-in roles on the whole account: the host makes its queues, and a rebuild makes tables to build in, so neither can be named ahead.')
var storageRoles = {
  'Storage Queue Data Contributor': '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  'Storage Table Data Contributor': '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

@description('Built-in role Monitoring Metrics Publisher: sending telemetry without a key.')
var publisherRole = '3913510d-42f4-4e42-8a64-420c390055eb'

resource storage 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: storageName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource container 'containers' existing = [for name in containers: { name: name }]
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource onStorage 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(storageRoles): {
    name: guid(storage.id, identity.id, role.value)
    scope: storage
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
      description: '${role.key} for the function app'
    }
  }
]

resource onContainers 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (name, i) in containers: {
    name: guid(storage::blobs::container[i].id, identity.id, blobRole)
    scope: storage::blobs::container[i]
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobRole)
      description: 'Storage Blob Data Owner of ${name} for the function app'
    }
  }
]

resource onInsights 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, identity.id, publisherRole)
  scope: insights
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', publisherRole)
    description: 'Monitoring Metrics Publisher for the function app'
  }
}
