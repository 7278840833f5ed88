@description('Name of the profile.')
param profileName string

@description('Name of the endpoint; Azure makes a host of it.')
param endpointName string

@description('Tags.')
param tags resourceInput<'Microsoft.Cdn/profiles@2026-07-01'>.tags

@description('Host of the function app.')
param originHost string

@description('Domain of our own that readers use; empty for the one that Azure gives.')
param domainName string

@description('Name of the web application firewall; empty for none.')
param firewallName string

@description('Files that one address gives to all alike, and that the edge may therefore keep. An address without an ending is negotiated by Accept, which the edge does not tell apart.')
var cacheable = ['rss', 'atom', 'json', 'ninjs', 'xml', 'opml', 'txt', 'css', 'js', 'svg', 'png', 'jpg', 'webp', 'ico']

// Bodies are not looked into: a release is HTML, which the rules would take for an attack, and intake treats every body as hostile.
resource firewall 'Microsoft.Network/FrontDoorWebApplicationFirewallPolicies@2025-10-01' = if (!empty(firewallName)) {
  name: firewallName
  location: 'global'
  tags: tags
  sku: { name: 'Premium_AzureFrontDoor' }
  properties: {
    policySettings: {
      enabledState: 'Enabled'
      mode: 'Prevention'
      requestBodyCheck: 'Disabled'
    }
    customRules: {
      rules: [
        {
          name: 'TooManyRequests'
          ruleType: 'RateLimitRule'
          priority: 100
          enabledState: 'Enabled'
          rateLimitDurationInMinutes: 1
          rateLimitThreshold: 1200
          // A rule needs a condition, and this one holds for every address.
          matchConditions: [
            {
              matchVariable: 'RequestUri'
              operator: 'Contains'
              negateCondition: false
              matchValue: ['/']
            }
          ]
          action: 'Block'
        }
      ]
    }
    managedRules: {
      managedRuleSets: [
        {
          ruleSetType: 'Microsoft_DefaultRuleSet'
          ruleSetVersion: '2.1'
          ruleSetAction: 'Block'
        }
      ]
    }
  }
}

resource profile 'Microsoft.Cdn/profiles@2026-07-01' = {
  name: profileName
  location: 'global'
  tags: tags
  // The rules that Microsoft keeps come with the dearer tier only.
  sku: { name: empty(firewallName) ? 'Standard_AzureFrontDoor' : 'Premium_AzureFrontDoor' }
  properties: { originResponseTimeoutSeconds: 60 }

  resource endpoint 'afdEndpoints' = {
    name: endpointName
    location: 'global'
    tags: tags
    properties: { enabledState: 'Enabled' }

    resource route 'routes' = {
      name: 'everything'
      properties: {
        originGroup: { id: origins.id }
        ruleSets: [{ id: caching.id }]
        supportedProtocols: ['Http', 'Https']
        patternsToMatch: ['/*']
        forwardingProtocol: 'HttpsOnly'
        httpsRedirect: 'Enabled'
        linkToDefaultDomain: 'Enabled'
        enabledState: 'Enabled'
        customDomains: empty(domainName) ? [] : [{ id: domain.id }]
        cacheConfiguration: {
          queryStringCachingBehavior: 'UseQueryString'
          // The app compresses once per version, with an ETag of those bytes.
          compressionSettings: {
            isCompressionEnabled: false
            contentTypesToCompress: []
          }
        }
      }
      dependsOn: [origins::app, caching::unkeepable, caching::page, caching::delta, caching::key]
    }
  }

  resource domain 'customDomains' = if (!empty(domainName)) {
    name: replace(domainName, '.', '-')
    properties: {
      hostName: domainName
      tlsSettings: {
        certificateType: 'ManagedCertificate'
        minimumTlsVersion: 'TLS12'
      }
    }
  }

  resource protection 'securityPolicies' = if (!empty(firewallName)) {
    name: 'firewall'
    properties: {
      parameters: {
        type: 'WebApplicationFirewall'
        wafPolicy: { id: firewall.id }
        associations: [
          {
            patternsToMatch: ['/*']
            domains: concat([{ id: endpoint.id }], empty(domainName) ? [] : [{ id: domain.id }])
          }
        ]
      }
    }
  }

  resource origins 'originGroups' = {
    name: 'app'
    properties: {
      loadBalancingSettings: {
        sampleSize: 4
        successfulSamplesRequired: 3
        additionalLatencyInMilliseconds: 50
      }
      // One origin: nothing to choose between, so nothing is probed and the app may sleep.
      sessionAffinityState: 'Disabled'
    }

    resource app 'origins' = {
      name: 'functions'
      properties: {
        hostName: originHost
        originHostHeader: originHost
        httpPort: 80
        httpsPort: 443
        priority: 1
        weight: 1000
        enabledState: 'Enabled'
        enforceCertificateNameCheck: true
      }
    }
  }

  resource caching 'ruleSets' = {
    name: 'caching'

    resource unkeepable 'rules' = {
      name: 'unkeepable'
      properties: {
        order: 1
        matchProcessingBehavior: 'Stop'
        conditions: [
          {
            name: 'UrlFileExtension'
            parameters: {
              typeName: 'DeliveryRuleUrlFileExtensionMatchConditionParameters'
              operator: 'Equal'
              negateCondition: true
              matchValues: cacheable
              transforms: ['Lowercase']
            }
          }
        ]
        actions: [neverKept]
      }
    }

    resource page 'rules' = {
      name: 'page'
      dependsOn: [unkeepable]
      properties: {
        order: 2
        matchProcessingBehavior: 'Stop'
        conditions: [
          {
            name: 'RequestHeader'
            parameters: {
              typeName: 'DeliveryRuleRequestHeaderConditionParameters'
              selector: 'Accept'
              operator: 'Contains'
              negateCondition: false
              matchValues: ['text/html']
              transforms: ['Lowercase']
            }
          }
        ]
        actions: [neverKept]
      }
    }

    resource delta 'rules' = {
      name: 'delta'
      dependsOn: [page]
      properties: {
        order: 3
        matchProcessingBehavior: 'Stop'
        conditions: [
          {
            name: 'RequestHeader'
            parameters: {
              typeName: 'DeliveryRuleRequestHeaderConditionParameters'
              selector: 'A-IM'
              operator: 'Any'
              negateCondition: false
              matchValues: []
              transforms: []
            }
          }
        ]
        actions: [neverKept]
      }
    }

    resource key 'rules' = {
      name: 'key'
      dependsOn: [delta]
      properties: {
        order: 4
        matchProcessingBehavior: 'Stop'
        conditions: [
          {
            name: 'RequestHeader'
            parameters: {
              typeName: 'DeliveryRuleRequestHeaderConditionParameters'
              selector: 'x-functions-key'
              operator: 'Any'
              negateCondition: false
              matchValues: []
              transforms: []
            }
          }
        ]
        actions: [neverKept]
      }
    }
  }
}

@description('Switches the cache off for one request: an override that names no cache.')
var neverKept = {
  name: 'RouteConfigurationOverride'
  parameters: { typeName: 'DeliveryRuleRouteConfigurationOverrideActionParameters' }
}

@description('Host of the public address.')
output host string = profile::endpoint.properties.hostName
