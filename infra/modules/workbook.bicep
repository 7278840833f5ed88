@description('Name without the abbreviation of its kind.')
param name string

@description('Region.')
param location string

@description('Tags.')
param tags resourceInput<'Microsoft.Insights/workbooks@2023-06-01'>.tags

@description('Workspace that it reads.')
param workspaceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'workbook', name)
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    category: 'workbook'
    displayName: 'Siaran ${name}'
    serializedData: replace(loadTextContent('../workbook/siaran.workbook.json'), 'WORKSPACE_ID', workspaceId)
    sourceId: workspaceId
    version: '1.0'
  }
}
