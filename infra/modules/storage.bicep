@description('Name of the account.')
@minLength(3)
@maxLength(24)
param name string

@description('Region.')
param location string

@description('Tags.')
param tags resourceInput<'Microsoft.Storage/storageAccounts@2026-06-01'>.tags

@description('Redundancy.')
param sku 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GZRS'

@description('Days that a deleted blob or container can be brought back.')
@minValue(1)
@maxValue(365)
param softDeleteDays int

@description('Days that rejected uploads and their reports are kept.')
param rejectedDays int

@description('Days that each version of an original cannot be deleted or overwritten; 0 for no such policy.')
@minValue(0)
@maxValue(146000)
param originalsDays int

@description('Keeps the account from being deleted by accident.')
param locked bool

@description('Closes the account to the internet.')
param private bool

@description('Workspace that writes and deletions of blobs are logged to; empty for none.')
param auditWorkspaceName string

@description('Blob containers of the app, the one that its packages are deployed from, and those of the host.')
param containers string[]

@description('Tables of the app.')
var tables = ['Releases', 'Listings', 'Related', 'Changes', 'Intake', 'Push', 'Offices', 'Audit', 'Drafts', 'Replies']

@description('Days that replaced blobs stay: originals for a year, packages as long as one might roll back, and what can be built again or is rewritten all day for a day. Versioning is switched on for the account as a whole, so each of these needs a rule.')
var versionDays = {
  accepted: 365
  incoming: 30
  rejected: 30
  doubtful: 30
  vocabulary: 365
  deployments: 90
  documents: 1
  attachments: 1
  drafts: 30
  index: 1
  'azure-webjobs-hosts': 1
  'azure-webjobs-secrets': 30
}

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: private ? 'Deny' : 'Allow'
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: true
      deleteRetentionPolicy: {
        enabled: true
        days: softDeleteDays
        allowPermanentDelete: false
      }
      containerDeleteRetentionPolicy: {
        enabled: true
        days: softDeleteDays
      }
    }

    resource container 'containers' = [
      for container in containers: {
        name: container
        properties: {
          publicAccess: 'None'
          // By version: the app may still take back an original, which then stays as a former version.
          immutableStorageWithVersioning: container == 'accepted' && originalsDays > 0 ? { enabled: true } : null
        }
      }
    ]
  }

  resource tableService 'tableServices' = {
    name: 'default'

    resource table 'tables' = [for table in tables: { name: table }]
  }

  resource lifecycle 'managementPolicies' = {
    name: 'default'
    dependsOn: [blobs]
    properties: {
      policy: {
        rules: concat(
          [
            {
              name: 'rejected-uploads'
              type: 'Lifecycle'
              enabled: true
              definition: {
                filters: {
                  blobTypes: ['blockBlob']
                  prefixMatch: ['rejected/']
                }
                actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: rejectedDays } } }
              }
            }
          ],
          map(items(versionDays), item => {
            name: 'versions-of-${item.key}'
            type: 'Lifecycle'
            enabled: true
            definition: {
              filters: {
                blobTypes: ['blockBlob']
                prefixMatch: ['${item.key}/']
              }
              actions: { version: { delete: { daysAfterCreationGreaterThan: item.value } } }
            }
          })
        )
      }
    }
  }
}

resource originals 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2026-06-01' = if (originalsDays > 0) {
  name: '${name}/default/accepted/default'
  properties: { immutabilityPeriodSinceCreationInDays: originalsDays }
  dependsOn: [account::blobs::container]
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'keep-the-archive'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'The originals of all releases are here.'
  }
}

resource auditWorkspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' existing = if (!empty(auditWorkspaceName)) {
  name: auditWorkspaceName
}

// The one version that Azure documents for storage is a preview; the linter accepts only one of 2016.
#disable-next-line use-recent-api-versions
resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (!empty(auditWorkspaceName)) {
  name: 'audit'
  scope: account::blobs
  properties: {
    workspaceId: auditWorkspace.id
    logs: [
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
  }
}
