@description('Name without the abbreviation of its kind.')
param name string

@description('Region.')
param location string

@description('Tags.')
param tags resourceInput<'Microsoft.Insights/scheduledQueryRules@2026-03-01'>.tags

@description('Who gets alerts; empty for nobody.')
param email string

@description('Workspace that the rules read.')
@minLength(4)
param workspaceName string

@description('Application Insights component that the availability test reports to.')
param insightsName string

@description('Name of the group that gets alerts.')
param actionGroupName string

@description('Where the public finds the site.')
param siteAddress string

@description('Seconds between two checks of /health from one place.')
param healthCheckSeconds int

@description('Azure places that check /health.')
param healthCheckPlaces string[]

@description('Hours after which the newest release is called old.')
param feedAgeHours int

@description('Share of requests, in percent, that may fail with 5xx.')
param failedRequestPercent int

@description('A rule over the telemetry: its query gives one row with the column Found.')
type Rule = {
  @description('What a person reads.')
  title: string

  @description('What it means and where to look.')
  text: string

  @description('0 critical to 4 verbose.')
  severity: 0 | 1 | 2 | 3 | 4

  @description('KQL.')
  query: string

  @description('How Found is compared.')
  operator: 'GreaterThan' | 'LessThan'

  @description('What Found is compared with.')
  threshold: int

  @description('How often it is asked.')
  every: string

  @description('How far back it looks.')
  over: string
}

@description('Every rule over the telemetry, by the end of its name.')
var rules { *: Rule } = {
  'no-collecting': {
    title: 'No successful collecting run in 10 minutes'
    text: 'Releases wait in incoming. See docs/operating.md, No collecting.'
    severity: 1
    query: 'AppMetrics | where Name == "siaran.collect.duration" | where tostring(Properties.outcome) == "succeeded" | summarize Found = sum(ItemCount)'
    operator: 'LessThan'
    threshold: 1
    every: 'PT5M'
    over: 'PT10M'
  }
  'rejected-uploads': {
    title: 'Uploads were rejected'
    text: 'Each has a report in the container rejected. See docs/operating.md, Rejected uploads.'
    severity: 3
    query: 'AppMetrics | where Name == "siaran.releases.rejected" | summarize Found = sum(Sum)'
    operator: 'GreaterThan'
    threshold: 0
    every: 'PT15M'
    over: 'PT15M'
  }
  'failed-requests': {
    title: 'More than ${failedRequestPercent} % of requests fail with 5xx'
    text: 'Needs at least 20 requests in 15 minutes. See docs/operating.md, Failed requests.'
    severity: 1
    query: 'AppRequests | where isnotempty(Url) | summarize All = sum(ItemCount), Failed = sumif(ItemCount, toint(ResultCode) >= 500) | extend Found = iff(All < 20, 0.0, 100.0 * Failed / All)'
    operator: 'GreaterThan'
    threshold: failedRequestPercent
    every: 'PT5M'
    over: 'PT15M'
  }
  rebuilding: {
    title: 'The tables have been rebuilt for more than 30 minutes'
    text: 'Uploads and ended embargoes wait for it; /health says since when. See docs/operating.md, A rebuild that does not end.'
    severity: 1
    query: 'AppMetrics | where Name == "siaran.rebuild.age" | summarize Found = max(Max) / 60.0'
    operator: 'GreaterThan'
    threshold: 30
    every: 'PT5M'
    over: 'PT10M'
  }
  'late-release': {
    title: 'A scheduled release did not come out at its time'
    text: 'Its time passed more than three minutes before a run brought it to the feeds, or none has yet. See docs/operating.md, A late release.'
    severity: 1
    query: 'AppMetrics | where Name == "siaran.embargo.late" | summarize Found = max(Max)'
    operator: 'GreaterThan'
    threshold: 180
    every: 'PT5M'
    over: 'PT10M'
  }
  'feed-age': {
    title: 'The newest release is older than ${feedAgeHours} hours'
    text: 'Either nobody publishes or uploads do not arrive. See docs/operating.md, Feed age.'
    severity: 2
    query: 'AppMetrics | where Name == "siaran.feed.age" | where tostring(Properties.key) == "all" | summarize Found = min(Min) / 3600.0'
    operator: 'GreaterThan'
    threshold: feedAgeHours
    every: 'PT30M'
    over: 'PT1H'
  }
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' existing = {
  name: workspaceName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: actionGroupName
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'Siaran'
    enabled: true
    emailReceivers: empty(email)
      ? []
      : [
          {
            name: 'editors-on-duty'
            emailAddress: email
            useCommonAlertSchema: true
          }
        ]
  }
}

resource rule 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for item in items(rules): {
    name: 'sqr-${item.key}-${name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: item.value.title
      description: item.value.text
      severity: item.value.severity
      enabled: true
      scopes: [workspace.id]
      evaluationFrequency: item.value.every
      windowSize: item.value.over
      autoMitigate: true
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: item.value.query
            metricMeasureColumn: 'Found'
            timeAggregation: 'Maximum'
            operator: item.value.operator
            threshold: item.value.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: { actionGroups: [people.id] }
    }
  }
]

resource health 'Microsoft.Insights/webtests@2022-06-15' = {
  name: 'webtest-health-${name}'
  location: location
  // The portal finds the component of a test by this tag.
  tags: union(tags, { 'hidden-link:${insights.id}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: 'webtest-health-${name}'
    Name: 'Health'
    Kind: 'standard'
    Enabled: true
    Frequency: healthCheckSeconds
    Timeout: 30
    RetryEnabled: true
    Locations: [for place in healthCheckPlaces: { Id: place }]
    Request: {
      RequestUrl: '${siteAddress}/health'
      HttpVerb: 'GET'
      ParseDependentRequests: false
      FollowRedirects: false
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 14
    }
  }
}

resource unhealthy 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: 'ar-health-${name}'
  location: 'global'
  tags: tags
  properties: {
    description: '/health cannot be reached. See docs/operating.md, Health.'
    severity: 1
    enabled: true
    scopes: [health.id, insights.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: health.id
      componentId: insights.id
      // One place may be wrong; where there is but one, it is believed.
      failedLocationCount: min(2, length(healthCheckPlaces))
    }
    actions: [{ actionGroupId: people.id }]
  }
}
