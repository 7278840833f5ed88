@description('Name of the identity.')
param name string

@description('Region.')
param location string

@description('Tags.')
param tags resourceInput<'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30'>.tags

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

@description('Id by which roles are granted.')
output principalId string = identity.properties.principalId
