@description('Name without the abbreviation of its kind.')
param name string

@description('Region.')
param location string

@description('Tags.')
param tags resourceInput<'Microsoft.Insights/workbooks@2023-06-01'>.tags

@description('Workspace that it reads.')
@minLength(4)
param workspaceName string

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' existing = {
  name: workspaceName
}

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'workbook', name)
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    category: 'workbook'
    displayName: 'Siaran ${name}'
    serializedData: replace(loadTextContent('../workbook/siaran.workbook.json'), 'WORKSPACE_ID', workspace.id)
    sourceId: workspace.id
    version: '1.0'
  }
}
