import { dirname, join } from 'node:path'
import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import noLeakedSubscription from '../../src/rules/no-leaked-subscription.ts'
import { folderOf } from '../support/folder.ts'

beforeEach(() => {
  vi.useFakeTimers() // what is read is forgotten by a timer
})
afterEach(() => {
  vi.useRealTimers()
})

const FILE = 'src/app/page.component.ts'

interface Page {
  /** What the page subscribes to. */
  stream: string
  /** The members of the service that it asks. */
  service?: string
  files?: Record<string, string>
  /** How the page gets the service. */
  given?: string
  imported?: string
  check?: 'all'
}

/** Is a subscription of a page, which comes and goes with its route, reported? */
function isReported({ stream, service = '', imported = "import { FeedService } from './feed.service'", files = {}, given = 'constructor(private feed: FeedService) {}', check }: Page): boolean {
  const page = `import { Component, inject } from '@angular/core'
import { combineLatest, merge } from 'rxjs'
import { map, switchMap, take } from 'rxjs/operators'
${imported}
@Component({ selector: 'app-page', template: '' })
export class PageComponent {
  ${given}
  ngOnInit() { ${stream}.subscribe((value) => { this.value = value }) }
}`
  const folder = folderOf({
    'package.json': '{ "private": true, "dependencies": { "@angular/core": "*", "rxjs": "*", "@acme/feeds": "*" } }',
    [FILE]: page,
    'src/app/routes.ts': "import { PageComponent } from './page.component'\nexport const routes = [{ path: 'page', component: PageComponent }, { path: 'other', component: Other }]\nrouter.navigate(['/other'])",
    'src/app/feed.service.ts': serviceOf(service),
    ...files,
  })
  const messages = new Linter({ configType: 'flat', cwd: dirname(folder) }).verify(page, {
    files: ['**/*.ts'], plugins: { memory: { rules: { 'no-leaked-subscription': noLeakedSubscription } } }, languageOptions: { parser },
    rules: { 'memory/no-leaked-subscription': ['error', ...(check ? [{ check }] : [])] },
  } as never, join(folder, FILE))
  const broken = messages.find(({ ruleId }) => ruleId === null)
  if (broken) throw new Error(broken.message)
  return messages.length > 0
}

function serviceOf(members: string, before = ''): string {
  return `import { Injectable, EventEmitter } from '@angular/core'
import { BehaviorSubject, interval, of, Subject } from 'rxjs'
import { map, shareReplay, switchMap, take } from 'rxjs/operators'
${before}
@Injectable({ providedIn: 'root' })
export class FeedService {
  ${members}
}`
}

describe('what a service gives', () => {
  test.each([
    ['a subject', 'this.feed.current', 'current = new BehaviorSubject(null)'],
    ['a subject made in the constructor', 'this.feed.current', 'constructor() { this.current = new Subject() }'],
    ['a view of a subject', 'this.feed.entries$', 'private entries = new Subject()\n  entries$ = this.entries.asObservable()'],
    ['a getter', 'this.feed.entries', 'private subject = new Subject()\n  get entries() { return this.subject.asObservable() }'],
    ['a method, whatever it is called', 'this.feed.getEntries()', 'private subject = new Subject()\n  getEntries() { return this.subject.pipe(map((entries) => entries.length)) }'],
    ['a method that another calls', 'this.feed.load()', 'private subject = new Subject()\n  load() { return this.all() }\n  all() { return this.subject }'],
    ['a function in a field', 'this.feed.load()', 'private subject = new Subject()\n  load = () => this.subject'],
    ['a subject, where another stream completes', 'this.feed.current', 'current = new Subject()\n  load() { return new Observable((observer) => { observer.next(1); observer.complete() }) }'],
    ['an emitter', 'this.feed.changed', 'changed = new EventEmitter()'],
    ['what goes on after operators', 'this.feed.getEntries().pipe(map((entries) => entries[0]))', 'private subject = new Subject()\n  getEntries() { return this.subject }'],
    ['what an operator goes on with', 'this.feed.getEntries()', 'private subject = new Subject()\n  constructor(private http: HttpClient) {}\n  getEntries() { return this.http.get("/id").pipe(switchMap(() => this.subject)) }'],
    ['one of those that are merged', 'merge(this.feed.getOne(), this.feed.getEntries())', 'private subject = new Subject()\n  getOne() { return of(1) }\n  getEntries() { return this.subject }'],
  ])('goes on: %s', (_, stream, service) => {
    expect(isReported({ stream, service })).toBe(true)
  })

  test.each([
    ['a request', 'this.feed.entries$', 'entries$ = this.http.get("/entries").pipe(shareReplay(1))\n  constructor(private http: HttpClient) {}'],
    ['one value', 'this.feed.entries$', 'entries$ = of(1)'],
    ['a subject that it completes', 'this.feed.current', 'current = new Subject()\n  finish() { this.current.next(1); this.current.complete() }'],
    ['the first value of a subject', 'this.feed.entries$', 'private entries = new Subject()\n  entries$ = this.entries.pipe(take(1))'],
    ['a subject for each call', 'this.feed.onEntries()', 'onEntries() { const done = new Subject(); this.load(done); return done.asObservable() }'],
    ['a subject for each call, given at once', 'this.feed.onEntries()', 'onEntries() { return new Subject() }'],
    ['a subject that is replaced', 'this.feed.current', 'current = new Subject()\n  reset() { this.current = new Subject() }'],
    ['now this, now that', 'this.feed.onEntries()', 'private subject = new Subject()\n  onEntries() { if (this.isOffline) return of([]); return this.subject }'],
    ['what is given to it', 'this.feed.entries$', 'constructor(public entries$: Observable<Entry[]>) {}'],
    ['nothing that it declares', 'this.feed.entries$', ''],
  ])('ends, or nobody can say: %s', (_, stream, service) => {
    expect(isReported({ stream, service })).toBe(false)
  })

  test('goes with the component that provides it', () => {
    const service = 'current = new BehaviorSubject(null)'
    const around = (providers: string): boolean => isReported({ stream: 'this.feed.current', service, files: { 'src/app/shell.component.ts': `@Component({ selector: 'app-shell', ${providers}, template: '' })\nexport class ShellComponent {}` } })
    expect(around('providers: [FeedService]')).toBe(false)
    expect(around('viewProviders: [{ provide: FeedService, useClass: MyFeedService }]')).toBe(false)
    expect(around('providers: [OtherFeedService]')).toBe(true)
    const module = "@NgModule({ providers: [FeedService] })\nexport class FeedModule {}"
    expect(isReported({ stream: 'this.feed.current', service, files: { 'src/app/feed.module.ts': module } })).toBe(true)
  })

  test('names decide what no class of the program says', () => {
    const imported = "import { FeedService } from '@acme/feeds'"
    expect(isReported({ stream: 'this.feed.entries$', imported })).toBe(true)
    expect(isReported({ stream: 'this.feed.getEntries()', imported })).toBe(false)
  })

  test("with `check: 'all'` names are enough, and so is what the class says", () => {
    expect(isReported({ stream: 'this.feed.entries$', service: 'entries$ = of(1)', check: 'all' })).toBe(true)
    expect(isReported({ stream: 'this.feed.getEntries()', service: 'private subject = new Subject()\n  getEntries() { return this.subject }', check: 'all' })).toBe(true)
    expect(isReported({ stream: 'this.feed.getEntries()', service: 'getEntries() { return of(1) }', check: 'all' })).toBe(false)
  })
})

describe('the service is found', () => {
  const subject = 'private subject = new Subject()\n  getEntries() { return this.subject }'
  const stream = 'this.feed.getEntries()'
  test.each<[string, Page]>([
    ['behind an index that hands on all', { stream, imported: "import { FeedService } from './feeds'", files: { 'src/app/feeds/index.ts': "export * from './feed'", 'src/app/feeds/feed.ts': serviceOf(subject) } }],
    ['behind one that names it', { stream, imported: "import { FeedService } from './feeds'", files: { 'src/app/feeds/index.ts': "export { Feeds as FeedService } from './feed'", 'src/app/feeds/feed.ts': serviceOf(subject).replace('class FeedService', 'class Feeds') } }],
    ['behind what is imported and handed on', { stream, imported: "import { FeedService } from './feeds'", files: { 'src/app/feeds/index.ts': "import { FeedService } from './feed'\nexport { FeedService }", 'src/app/feeds/feed.ts': serviceOf(subject) } }],
    ['as the default', { stream, imported: "import FeedService from './feeds'", files: { 'src/app/feeds.ts': serviceOf(subject).replace('export class', 'class') + '\nexport default FeedService' } }],
    ['by an alias', { stream, imported: "import { FeedService } from '@core/feed.service'", files: { 'src/app/core/feed.service.ts': serviceOf(subject), 'src/app/feed.service.ts': '' } }],
    ['by what the class extends', { stream, service: '', files: { 'src/app/feed.service.ts': serviceOf('', "import { Feeds } from './feeds'").replace('FeedService {', 'FeedService extends Feeds {'), 'src/app/feeds.ts': serviceOf(subject).replace('FeedService', 'Feeds') } }],
    ['in a service that the service asks', { stream, service: 'constructor(private entries: EntryService) {}\n  getEntries() { return this.entries.getAll() }', files: {
      'src/app/feed.service.ts': serviceOf('constructor(private entries: EntryService) {}\n  getEntries() { return this.entries.getAll() }', "import { EntryService } from './entry.service'"),
      'src/app/entry.service.ts': serviceOf('private subject = new Subject()\n  getAll() { return this.subject }').replace('FeedService', 'EntryService'),
    } }],
    ['by a constant', { stream: 'const feed = this.feed; feed.getEntries()' }],
    ['by `inject`', { stream, given: 'private feed = inject(FeedService)' }],
    ['in a list', { stream: 'combineLatest([this.feed.getEntries(), this.route.params])' }],
    ['as its own part of what a package makes', { stream: 'this.feed.entries', files: { 'src/app/feed.service.ts': serviceOf("entries = this.select('entries')", "import { Query } from '@datorama/akita'").replace('FeedService {', 'FeedService extends Query {') } }],
  ])('%s', (_, page) => {
    expect(isReported({ service: subject, ...page })).toBe(true)
  })

  test.each<[string, Page]>([
    ['of two that an alias may mean, neither', { stream, imported: "import { FeedService } from '@core/feed.service'", files: { 'src/app/core/feed.service.ts': serviceOf(subject), 'src/lib/core/feed.service.ts': serviceOf(subject) } }],
    ['not in what cannot be parsed', { stream, files: { 'src/app/feed.service.ts': 'export class {' } }],
    ['not in an index of itself', { stream, imported: "import { FeedService } from './feeds'", files: { 'src/app/feeds/index.ts': "export * from './index'" } }],
    ['not through what asks itself', { stream, service: 'getEntries() { return this.getEntries() }' }],
  ])('%s', (_, page) => {
    expect(isReported({ service: subject, ...page })).toBe(false)
  })

  test.each<[string, string, boolean]>([
    ['a request', "export const version$ = fromFetch('/version').pipe(switchMap((answer) => answer.json()))", false],
    ['a request that its file names so', "const made = of(1)\nexport { made as version$ }", false],
    ['a request behind which a subject goes on', "export const version$ = of(1).pipe(switchMap(() => state$))\nimport { state$ } from './state'", true],
    ['a subject', 'export const version$ = new BehaviorSubject(1)', true],
    ['what is not seen', "export const version$ = make()", true],
  ])('of a constant of another file: %s', (_, made, expected) => {
    const files = { 'src/app/version.ts': `import { BehaviorSubject, of } from 'rxjs'\nimport { fromFetch } from 'rxjs/fetch'\nimport { switchMap } from 'rxjs/operators'\n${made}` }
    expect(isReported({ stream: 'version$', imported: "import { version$ } from './version'", given: '', files })).toBe(expected)
  })
})
