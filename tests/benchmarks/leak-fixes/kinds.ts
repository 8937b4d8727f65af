/** What was left behind, as the rules and the table name it. */
export type Kind = 'listener' | 'timer' | 'subscription' | 'observer' | 'object-url' | 'resource' | 'collection' | 'keys' | 'race' | 'node' | 'closure'

/** The rules that speak of a kind. */
export const RULES: Readonly<Record<Kind, readonly string[]>> = {
  listener: ['no-leaked-listener', 'no-ineffective-removal'],
  timer: ['no-leaked-timer'],
  subscription: ['no-leaked-subscription'],
  observer: ['no-leaked-observer'],
  'object-url': ['no-leaked-object-url'],
  resource: ['no-undisposed-resource'],
  collection: ['no-unbounded-collection', 'prefer-weak-collection'],
  keys: ['prefer-weak-collection', 'no-unbounded-collection'], // of a list or of a map that is walked, it is the latter who says so
  race: ['no-promise-race-retention'],
  node: ['no-detached-node-retention'],
  closure: ['no-shared-closure-context', 'no-lingering-capture', 'no-finalizer-self-reference'],
}

/** What code adds when it releases such a thing. */
export const RELEASE_WORDS: Readonly<Record<Kind, RegExp>> = {
  listener: /removeEventListener|\.off\(|\$off\(|removeListener|removeAllListeners|signal|fromEvent|HostListener/,
  timer: /clearTimeout|clearInterval|cancelAnimationFrame|cancelIdleCallback/,
  subscription: /unsubscribe|takeUntil|take\(|first\(|async\b|dispose/,
  observer: /disconnect|unobserve|close\(/,
  'object-url': /revokeObjectURL/,
  resource: /terminate|close\(|dispose\(|destroy\(|release|stop\(|clearWatch|disconnect/,
  collection: /\.delete\(|\bdelete |\.clear\(|\.size\b|\.length\b|lru|weak/i,
  keys: /Weak/,
  race: /[rR]ace/,
  node: /=\s*null|\.delete\(|delete /,
  closure: /=\s*(?:null|undefined)\b|\bbind\(/,
}

/** The kind that a row's words for its pattern mean: 'Uncleared Timing Event', 'Unremoved event bus'. */
export function kindOf(pattern: string): Kind {
  if (/collection/i.test(pattern)) return 'collection'
  if (/keys/i.test(pattern)) return 'keys'
  if (/race/i.test(pattern)) return 'race'
  if (/node/i.test(pattern)) return 'node'
  if (/closure/i.test(pattern)) return 'closure'
  if (/observer/i.test(pattern)) return 'observer'
  if (/object url/i.test(pattern)) return 'object-url'
  if (/resource/i.test(pattern)) return 'resource'
  if (/listener|listiner|bus/i.test(pattern)) return 'listener'
  return /tim|animation/i.test(pattern) ? 'timer' : 'subscription'
}
