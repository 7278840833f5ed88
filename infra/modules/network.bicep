@description('Name of the network.')
param networkName string

@description('Name without the abbreviation of its kind.')
param name string

@description('Region.')
param location string

@description('Tags.')
param tags resourceInput<'Microsoft.Network/virtualNetworks@2026-03-01'>.tags

@description('Storage account that is brought in.')
@minLength(3)
param storageName string

@description('Services of the account that get an address of their own here.')
var services = ['blob', 'queue', 'table']

resource storage 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: storageName
}

resource network 'Microsoft.Network/virtualNetworks@2026-03-01' = {
  name: networkName
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/24'] }
  }

  resource app 'subnets' = {
    name: 'snet-app'
    properties: {
      addressPrefix: '10.20.0.0/26'
      delegations: [
        {
          name: 'flex-consumption'
          properties: { serviceName: 'Microsoft.App/environments' }
        }
      ]
    }
  }

  resource endpoints 'subnets' = {
    name: 'snet-endpoints'
    // One change of a network at a time.
    dependsOn: [app]
    properties: {
      addressPrefix: '10.20.0.64/28'
      privateEndpointNetworkPolicies: 'Enabled'
    }
  }
}

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for service in services: {
    name: 'privatelink.${service}.${environment().suffixes.storage}'
    location: 'global'
    tags: tags
  }
]

resource zoneLink 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for i in range(0, length(services)): {
    parent: zone[i]
    name: networkName
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: network.id }
    }
  }
]

resource endpoint 'Microsoft.Network/privateEndpoints@2026-03-01' = [
  for service in services: {
    name: 'pep-${service}-${name}'
    location: location
    tags: tags
    properties: {
      subnet: { id: network::endpoints.id }
      privateLinkServiceConnections: [
        {
          name: service
          properties: {
            privateLinkServiceId: storage.id
            groupIds: [service]
          }
        }
      ]
    }
  }
]

resource endpointZone 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2026-03-01' = [
  for (service, i) in services: {
    parent: endpoint[i]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: service
          properties: { privateDnsZoneId: zone[i].id }
        }
      ]
    }
  }
]
