import svelte from 'svelte-eslint-parser'
import vue from 'vue-eslint-parser'
import rule from '../../src/rules/no-leaked-subscription.ts'
import { testRule } from '../support/rule-tester.ts'

testRule('no-leaked-subscription', rule, {
  valid: [
    {
      name: 'what a promise waits for in an answer that may end',
      code: "import { map } from 'rxjs'\nimport { users } from './users'\nexport const load = () => new Promise((resolve) => { users.getAll().subscribe((all) => { resolve(all) }) })",
    },
    { name: 'a field that a decorator unsubscribes', code: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { AutoUnsubscribe } from 'ngx-auto-unsubscribe'\n@AutoUnsubscribe()\n@Component({ template: '' })\nexport class A {\n  constructor(private router: Router) {}\n  ngOnInit() { this.held = this.router.events.subscribe((event) => this.show(event)) }\n  ngOnDestroy() {}\n}" },
    { name: 'a field that a decorator unsubscribes with all others', code: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { UntilDestroy } from '@ngneat/until-destroy'\n@UntilDestroy({ checkProperties: true })\n@Component({ template: '' })\nexport class A {\n  constructor(private router: Router) {}\n  ngOnInit() { this.held = this.router.events.subscribe((event) => this.show(event)) }\n  ngOnDestroy() {}\n}" },
    { name: 'a helper that is given what it subscribes to', code: "import { Component } from '@angular/core'\nimport { Utils } from '@acme/base'\n@Component({ template: '' })\nexport class A {\n  ngOnInit() { Utils.subscribe(this.login.run(), (answer) => this.show(answer)); const observable = this.load; Utils.subscribe(observable, () => {}) }\n  ngOnDestroy() {}\n}" },
    { name: 'what a dialog is opened with', code: "import { Component, Inject } from '@angular/core'\nimport { MAT_DIALOG_DATA } from '@angular/material/dialog'\nimport { combineLatest } from 'rxjs'\n@Component({ template: '' })\nexport class A {\n  constructor(@Inject(MAT_DIALOG_DATA) public data: any) {}\n  ngOnInit() { combineLatest([this.data.text, this.data.published]).subscribe(([text]) => this.show(text)) }\n}" },
    { name: "what a dialog gives once, behind which nothing goes on", code: "import { Component } from '@angular/core'\nimport { EMPTY, exhaustMap } from 'rxjs'\nimport { StateService } from './state.service'\nimport { StoreHelper } from './helper'\n@Component({ template: '' })\nexport class A {\n  subscriptions = {}\n  constructor(private state: StateService) {}\n  ngOnInit() { this.dialog.open().afterClosed().pipe(exhaustMap(() => this.state.remove()), exhaustMap(() => EMPTY)).subscribe() }\n  ngOnDestroy() {  }\n}" },
    { name: "a request by the name of an operator", code: "import { Component } from '@angular/core'\nimport { EMPTY, exhaustMap } from 'rxjs'\nimport { StateService } from './state.service'\nimport { StoreHelper } from './helper'\n@Component({ template: '' })\nexport class A {\n  subscriptions = {}\n  constructor(private stateService: StateService) {}\n  ngOnInit() { this.stateService.publish(1).subscribe((answer) => this.show(answer)) }\n  ngOnDestroy() {  }\n}" },
    { name: "what a helper makes of a stream", code: "import { Component } from '@angular/core'\nimport { EMPTY, exhaustMap } from 'rxjs'\nimport { StateService } from './state.service'\nimport { StoreHelper } from './helper'\n@Component({ template: '' })\nexport class A {\n  subscriptions = {}\n  constructor(private state: StateService) {}\n  ngOnInit() { StoreHelper.listenAndReact(this.actions$, { a: 1 }).subscribe((one) => this.show(one)) }\n  ngOnDestroy() {  }\n}" },
    { name: "subscriptions of an object that is gone through by its values", code: "import { Component } from '@angular/core'\nimport { EMPTY, exhaustMap } from 'rxjs'\nimport { StateService } from './state.service'\nimport { StoreHelper } from './helper'\n@Component({ template: '' })\nexport class A {\n  subscriptions = {}\n  constructor(private state: StateService) {}\n  ngOnInit() { this.subscriptions.a = this.state.a$.subscribe((a) => this.show(a)) }\n  ngOnDestroy() { Object.values(this.subscriptions).forEach((one) => one.unsubscribe()) }\n}" },
    { name: "subscriptions of an object that is gone through by its keys", code: "import { Component } from '@angular/core'\nimport { EMPTY, exhaustMap } from 'rxjs'\nimport { StateService } from './state.service'\nimport { StoreHelper } from './helper'\n@Component({ template: '' })\nexport class A {\n  subscriptions = {}\n  constructor(private state: StateService) {}\n  ngOnInit() { this.subscriptions.a = this.state.a$.subscribe((a) => this.show(a)) }\n  ngOnDestroy() { Object.keys(this.subscriptions).filter((key) => this.subscriptions[key]).forEach((key) => { this.subscriptions[key].unsubscribe() }) }\n}" },
    { name: "subscriptions of an object that a loop goes through", code: "import { Component } from '@angular/core'\nimport { EMPTY, exhaustMap } from 'rxjs'\nimport { StateService } from './state.service'\nimport { StoreHelper } from './helper'\n@Component({ template: '' })\nexport class A {\n  subscriptions = {}\n  constructor(private state: StateService) {}\n  ngOnInit() { this.subscriptions.a = this.state.a$.subscribe((a) => this.show(a)) }\n  ngOnDestroy() { for (const key in this.subscriptions) this.subscriptions[key].unsubscribe() }\n}" },
    { name: 'a method of that name which is given no listener', code: "import { catalog } from './catalog'\nimport { U } from './lib'\napp.post('/join', (request, response) => { catalog.subscribe(); U.Subscription.subscribe({ id: request.id, keys: [] }) })" },
    { name: 'what ends a subscription by another name', code: '<script>\n  import { onDestroy, onMount } from "svelte"\n  import { relay } from "./relay"\n  let feed\n  onMount(() => { feed = relay.subscribe((one) => show(one)) })\n  onDestroy(() => { feed?.stop() })\n</script>\n', filename: 'a.svelte', languageOptions: { parser: svelte } },
    ...['[this.size, this.props.name]', 'props.location.hash', 'this.props.match.params.id'].map((read) => ({ name: `a reaction to own fields and properties alone: ${read}`, filename: 'a.tsx', code: `import { reaction } from 'mobx'\nexport class Page extends React.Component {\n  size = 1\n  constructor(props) { super(props); reaction(() => ${read}, () => this.show()) }\n  render() { return null }\n}` })),
    { name: 'the base of services, which Angular lets inject by the decorator of directives', code: "import { Directive } from '@angular/core'\nimport { ActiveService } from './active.service'\n@Directive()\nexport abstract class BaseSortService { constructor(private active: ActiveService) { this.active.changed$.subscribe((id) => this.sort(id)) } }" },
    { name: "the application's own component, which ends others of its own", code: "import { Component } from '@angular/core'\nimport { TourService } from './tour.service'\n@Component({ template: '' })\nexport class AppComponent { constructor(private tour: TourService) {} ngOnInit() { this.tour.start$.subscribe(() => this.show()) } ngOnDestroy() { this.other.unsubscribe() } }" },
    { name: 'a check, which is a request', code: "import { Component } from '@angular/core'\nimport { VersionService } from './version.service'\n@Component({ template: '' })\nexport class Frame { constructor(private versions: VersionService) {} ngOnInit() { this.versions.checkForUpdates().subscribe((version) => this.show(version)) } }" },
    { name: 'an id that comes by a promise, and is awaited by what ends it', code: `import { Observable } from 'rxjs'
import { NEWS } from './topics'
export const resolvers = {
  feed: (parent, args, { pubsub }) => new Observable((subscriber) => {
    const pending = pubsub.subscribe(NEWS, (item) => subscriber.next(item))
    return async () => {
      const id = await pending
      pubsub.unsubscribe(id)
    }
  }),
}` },
    { name: 'the same, with then', code: `import { Observable } from 'rxjs'
import { NEWS } from './topics'
export const resolvers = {
  feed: (parent, args, { pubsub }) => new Observable((subscriber) => {
    const pending = pubsub.subscribe(NEWS, (item) => subscriber.next(item))
    return () => pending.then((id) => pubsub.unsubscribe(id))
  }),
}` },
    // Ended behind the inner streams, or these end
    "import { Component } from '@angular/core'\nimport { interval, switchMap, takeUntil } from 'rxjs'\nimport { StateService } from './state'\n@Component({}) class A { constructor(private state: StateService) {} ngOnInit() { this.state.blocks$.pipe(switchMap(() => this.state.price$), takeUntil(this.end$)).subscribe(g) } ngOnDestroy() { this.end$.next() } }",
    "import { Component } from '@angular/core'\nimport { interval, switchMap, takeUntil } from 'rxjs'\nimport { StateService } from './state'\n@Component({}) class A { constructor(private state: StateService) {} ngOnInit() { this.state.blocks$.pipe(takeUntil(this.end$), switchMap(() => this.http.get('x'))).subscribe(g) } ngOnDestroy() { this.end$.next() } }",
    "import { Component } from '@angular/core'\nimport { interval, switchMap, takeUntil } from 'rxjs'\nimport { StateService } from './state'\n@Component({}) class A { constructor(private state: StateService) {} ngOnInit() { this.state.config.subscribe(g) } ngOnDestroy() {  } }",
    "import { Component } from '@angular/core'\nimport { interval, switchMap, takeUntil } from 'rxjs'\nimport { StateService } from './state'\n@Component({}) class A { constructor(private state: StateService) {} ngOnInit() { this.state.getUpdates().subscribe(g) } ngOnDestroy() {  } }",
    // Once for the program
    "import { store } from './store'\nstore.subscribe(() => save())",
    { code: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { StateService } from './state.service'\nimport { takeUntil, filter, take, switchMap } from 'rxjs'\nimport { takeUntilDestroyed } from '@angular/core/rxjs-interop'\nimport { ActivatedRoute } from '@angular/router'\n@Component({ selector: 'a' })\nexport class A {\n  constructor(private state: StateService, private route: ActivatedRoute, private router: Router, private form: FormGroup) {}\n  static listen() { store.subscribe(() => save()) }\n}\n", filename: 'file.ts' },
    { code: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { StateService } from './state.service'\n@Component({ selector: 'app-root' })\nexport class AppComponent {\n  constructor(private state: StateService) { this.state.a$.subscribe((a) => f(a)) }\n}", filename: 'file.ts' },
    { code: "import { Injectable } from '@angular/core'\nimport { StateService } from './state.service'\n@Injectable()\nexport class Sync {\n  constructor(private state: StateService) { this.state.a$.subscribe((a) => f(a)) }\n}", filename: 'file.ts' },
    { code: "<script setup>\nimport { events$ } from './events'\nevents$.subscribe((event) => show(event))\n</script>\n", filename: 'App.vue', languageOptions: { parser: vue } },
    // Ends by itself, or with the component
    { code: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { StateService } from './state.service'\nimport { takeUntil, filter, take, switchMap } from 'rxjs'\nimport { takeUntilDestroyed } from '@angular/core/rxjs-interop'\nimport { ActivatedRoute } from '@angular/router'\n@Component({ selector: 'a' })\nexport class A {\n  constructor(private state: StateService, private route: ActivatedRoute, private router: Router, private form: FormGroup) {}\n  ngOnInit() { this.state.getUser().subscribe((user) => { this.user = user }) }\n}\n", filename: 'file.ts' },
    { code: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { StateService } from './state.service'\nimport { takeUntil, filter, take, switchMap } from 'rxjs'\nimport { takeUntilDestroyed } from '@angular/core/rxjs-interop'\nimport { ActivatedRoute } from '@angular/router'\n@Component({ selector: 'a' })\nexport class A {\n  constructor(private state: StateService, private route: ActivatedRoute, private router: Router, private form: FormGroup) {}\n  ngOnInit() { this.state.loadUser$.subscribe((user) => { this.user = user }) }\n}\n", filename: 'file.ts' },
    { code: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { StateService } from './state.service'\nimport { takeUntil, filter, take, switchMap } from 'rxjs'\nimport { takeUntilDestroyed } from '@angular/core/rxjs-interop'\nimport { ActivatedRoute } from '@angular/router'\n@Component({ selector: 'a' })\nexport class A {\n  constructor(private state: StateService, private route: ActivatedRoute, private router: Router, private form: FormGroup) {}\n  ngOnInit() { this.route.params.subscribe((params) => { this.id = params.id }) }\n}\n", filename: 'file.ts' },
    { code: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { StateService } from './state.service'\nimport { takeUntil, filter, take, switchMap } from 'rxjs'\nimport { takeUntilDestroyed } from '@angular/core/rxjs-interop'\nimport { ActivatedRoute } from '@angular/router'\n@Component({ selector: 'a' })\nexport class A {\n  constructor(private state: StateService, private route: ActivatedRoute, private router: Router, private form: FormGroup) {}\n  ngOnInit() { this.form.valueChanges.subscribe((value) => { this.value = value }) }\n}\n", filename: 'file.ts' },
    { code: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { StateService } from './state.service'\nimport { takeUntil, filter, take, switchMap } from 'rxjs'\nimport { takeUntilDestroyed } from '@angular/core/rxjs-interop'\nimport { ActivatedRoute } from '@angular/router'\n@Component({ selector: 'a' })\nexport class A {\n  constructor(private state: StateService, private route: ActivatedRoute, private router: Router, private form: FormGroup) {}\n  ngOnInit() { this.state.a$.pipe(take(1)).subscribe((a) => f(a)) }\n}\n", filename: 'file.ts' },
    { code: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { StateService } from './state.service'\nimport { takeUntil, filter, take, switchMap } from 'rxjs'\nimport { takeUntilDestroyed } from '@angular/core/rxjs-interop'\nimport { ActivatedRoute } from '@angular/router'\n@Component({ selector: 'a' })\nexport class A {\n  constructor(private state: StateService, private route: ActivatedRoute, private router: Router, private form: FormGroup) {}\n  ngOnInit() { this.state.a$.pipe(filter(Boolean), takeUntil(this.done$)).subscribe((a) => f(a)) }\n}\n", filename: 'file.ts' },
    { code: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { StateService } from './state.service'\nimport { takeUntil, filter, take, switchMap } from 'rxjs'\nimport { takeUntilDestroyed } from '@angular/core/rxjs-interop'\nimport { ActivatedRoute } from '@angular/router'\n@Component({ selector: 'a' })\nexport class A {\n  constructor(private state: StateService, private route: ActivatedRoute, private router: Router, private form: FormGroup) {}\n  a = this.state.a$.pipe(takeUntilDestroyed()).subscribe((a) => f(a))\n}\n", filename: 'file.ts' },
    { code: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { StateService } from './state.service'\nimport { takeUntil, filter, take, switchMap } from 'rxjs'\nimport { takeUntilDestroyed } from '@angular/core/rxjs-interop'\nimport { ActivatedRoute } from '@angular/router'\n@Component({ selector: 'a' })\nexport class A {\n  constructor(private state: StateService, private route: ActivatedRoute, private router: Router, private form: FormGroup) {}\n  ngOnInit() { this.state.a$.pipe(untilDestroyed(this)).subscribe((a) => f(a)) }\n}\n", filename: 'file.ts' },
    { code: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { StateService } from './state.service'\nimport { takeUntil, filter, take, switchMap } from 'rxjs'\nimport { takeUntilDestroyed } from '@angular/core/rxjs-interop'\nimport { ActivatedRoute } from '@angular/router'\n@Component({ selector: 'a' })\nexport class A {\n  constructor(private state: StateService, private route: ActivatedRoute, private router: Router, private form: FormGroup) {}\n  @ViewChild(Child) child: Child\n  ngAfterViewInit() { this.child.changed.subscribe((a) => f(a)) }\n}\n", filename: 'file.ts' },
    { code: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { StateService } from './state.service'\n@Component({ selector: 'a', providers: [StateService] })\nexport class A {\n  constructor(private state: StateService) { this.state.a$.subscribe((a) => f(a)) }\n}", filename: 'file.ts' },
    // A field with a stream of its own, of a request, or of what comes once
    { code: "import { Component } from '@angular/core'\nimport { StateService } from './state.service'\nimport { combineLatest, map, merge, of } from 'rxjs'\n@Component({ selector: 'a' })\nexport class A {\n  own$ = new Subject()\n  ngOnInit() { this.own$.subscribe((a) => f(a)) }\n}\n", filename: 'file.ts' },
    { code: "import { Component } from '@angular/core'\nimport { StateService } from './state.service'\nimport { combineLatest, map, merge, of } from 'rxjs'\n@Component({ selector: 'a' })\nexport class A {\n  user$ = this.state.getUser()\n  constructor(private state: StateService) {}\n  ngOnInit() { this.user$.subscribe((a) => f(a)) }\n}\n", filename: 'file.ts' },
    { code: "import { Component } from '@angular/core'\nimport { StateService } from './state.service'\nimport { combineLatest, map, merge, of } from 'rxjs'\n@Component({ selector: 'a' })\nexport class A {\n  a$ = this.a$.pipe(map(String))\n  ngOnInit() { this.a$.subscribe((a) => f(a)) }\n}\n", filename: 'file.ts' },
    { code: "import { Component } from '@angular/core'\nimport { StateService } from './state.service'\nimport { combineLatest, map, merge, of } from 'rxjs'\n@Component({ selector: 'a' })\nexport class A {\n  a$ = this.state.a$\n  constructor(private state: StateService) { if (mode) this.a$ = of(1) }\n  ngOnInit() { this.a$.subscribe((a) => f(a)) }\n}\n", filename: 'file.ts' },
    { code: "import { Component } from '@angular/core'\nimport { StateService } from './state.service'\nimport { combineLatest, map, merge, of } from 'rxjs'\n@Component({ selector: 'a' })\nexport class A {\n  constructor(state: StateService) { state.onReady().subscribe((a) => f(a)) }\n}\n", filename: 'file.ts' },
    { code: "import { Component } from '@angular/core'\nimport { StateService } from './state.service'\n@Component({ selector: 'a' })\nexport class A {\n  constructor(private state: StateService) {}\n  send(tx) { this.state.submit$(tx).subscribe((a) => f(a)) }\n}\n", filename: 'file.ts' },
    { code: "import { Component } from '@angular/core'\nimport { StateService } from './state.service'\nimport { combineLatest, map, merge, of } from 'rxjs'\n@Component({ selector: 'a' })\nexport class A {\n  open(state: StateService) { state.onMove().subscribe((a) => f(a)) }\n}\n", filename: 'file.ts' },
    { code: "import { StateService } from './state.service'\nexport class A {\n  constructor(state: StateService) { state.onMove().subscribe((a) => f(a)) }\n  destroy() {}\n}\n", filename: 'file.ts' },
    // Unsubscribed by the owner
    { code: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { StateService } from './state.service'\nimport { takeUntil, filter, take, switchMap } from 'rxjs'\nimport { takeUntilDestroyed } from '@angular/core/rxjs-interop'\nimport { ActivatedRoute } from '@angular/router'\n@Component({ selector: 'a' })\nexport class A {\n  constructor(private state: StateService, private route: ActivatedRoute, private router: Router, private form: FormGroup) {}\n  sub = this.state.a$.subscribe((a) => f(a))\n  ngOnDestroy() { this.sub.unsubscribe() }\n}\n", filename: 'file.ts' },
    { code: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { StateService } from './state.service'\nimport { takeUntil, filter, take, switchMap } from 'rxjs'\nimport { takeUntilDestroyed } from '@angular/core/rxjs-interop'\nimport { ActivatedRoute } from '@angular/router'\n@Component({ selector: 'a' })\nexport class A {\n  constructor(private state: StateService, private route: ActivatedRoute, private router: Router, private form: FormGroup) {}\n  ngOnInit() { this.sub = this.state.a$.subscribe((a) => f(a)) }\n  ngOnDestroy() { this.sub?.unsubscribe() }\n}\n", filename: 'file.ts' },
    { code: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { StateService } from './state.service'\nimport { takeUntil, filter, take, switchMap } from 'rxjs'\nimport { takeUntilDestroyed } from '@angular/core/rxjs-interop'\nimport { ActivatedRoute } from '@angular/router'\n@Component({ selector: 'a' })\nexport class A {\n  constructor(private state: StateService, private route: ActivatedRoute, private router: Router, private form: FormGroup) {}\n  subs = new Subscription()\n  ngOnInit() { this.subs.add(this.state.a$.subscribe((a) => f(a))) }\n  ngOnDestroy() { this.subs.unsubscribe() }\n}\n", filename: 'file.ts' },
    { code: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { StateService } from './state.service'\nimport { takeUntil, filter, take, switchMap } from 'rxjs'\nimport { takeUntilDestroyed } from '@angular/core/rxjs-interop'\nimport { ActivatedRoute } from '@angular/router'\n@Component({ selector: 'a' })\nexport class A {\n  constructor(private state: StateService, private route: ActivatedRoute, private router: Router, private form: FormGroup) {}\n  subs = []\n  ngOnInit() { this.subs = [this.state.a$.subscribe((a) => f(a)), this.state.b$.subscribe((a) => f(a))] }\n  ngOnDestroy() { this.subs.forEach((s) => s.unsubscribe()) }\n}\n", filename: 'file.ts' },
    { code: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { StateService } from './state.service'\nimport { takeUntil, filter, take, switchMap } from 'rxjs'\nimport { takeUntilDestroyed } from '@angular/core/rxjs-interop'\nimport { ActivatedRoute } from '@angular/router'\n@Component({ selector: 'a' })\nexport class A {\n  constructor(private state: StateService, private route: ActivatedRoute, private router: Router, private form: FormGroup) {}\n  ngOnInit() { const sub = this.state.a$.subscribe((a) => f(a)); this.destroyRef.onDestroy(() => sub.unsubscribe()) }\n}\n", filename: 'file.ts' },
    "import { useEffect } from 'react'\nimport { store } from './store'\nfunction A() { useEffect(() => store.subscribe(() => f()), []) }",
    "import { useEffect } from 'react'\nimport { store } from './store'\nfunction A() { useEffect(() => { const stop = store.subscribe(() => f()); return stop }, []) }",
    "import { useEffect } from 'react'\nimport { a$ } from './a'\nfunction A() { useEffect(() => { const sub = a$.subscribe(f); return () => sub.unsubscribe() }, []) }",
    "import { useEffect } from 'react'\nimport { autorun } from 'mobx'\nfunction A() { useEffect(() => autorun(() => f()), []) }",
    "import { onUnmounted } from 'vue'\nimport { a$ } from './a'\nexport function useA() { const sub = a$.subscribe(f); onUnmounted(() => sub.unsubscribe()) }",
    "import { observable } from '@trpc/server/observable'\nimport { channel } from './channel'\nexport const log = () => observable((emit) => { const stop = channel.subscribe((x) => emit.next(x)); return () => { stop() } })",
    { code: "<script>\n  import { onDestroy } from 'svelte'\n  import { count } from './stores'\n  const stop = count.subscribe((n) => show(n))\n  onDestroy(stop)\n</script>\n", filename: 'A.svelte', languageOptions: { parser: svelte } },
    // A subject that is completed, an observable of its own
    "import { Subject } from 'rxjs'\nconst loaded$ = new Subject()\nexport class Panel {\n  constructor() { loaded$.subscribe((a) => this.show(a)) }\n  dispose() {}\n}\nload().then((a) => { loaded$.next(a); loaded$.complete() })",
    "import { Observable } from 'rxjs'\nconst loaded$ = new Observable((s) => load(s))\nexport class Panel {\n  constructor() { loaded$.subscribe((a) => this.show(a)) }\n  dispose() {}\n}",
    // Topics, and what listens to them
    "import { useEffect } from 'react'\nimport { bus } from './bus'\nexport const useTopic = (topic, listener) => { useEffect(() => { bus.subscribe(topic, listener); return () => { bus.unsubscribe(topic, listener) } }, [topic, listener]) }",
    "import { useEffect } from 'react'\nimport { bus } from './bus'\nfunction A() { useEffect(() => { const show = (x) => f(x); bus.subscribe(SHOWN, show); return () => bus.unsubscribe(SHOWN, show) }, []) }",
    "import { useEffect } from 'react'\nimport { client } from './mqtt'\nfunction A() { useEffect(() => { client.subscribe('topic', (err) => f(err)); client.subscribe('topic', { qos: 1 }) }, []) }",
    // Another thing of the same name
    "import { useEffect } from 'react'\nimport { pubsub } from './pubsub'\nfunction A() { useEffect(() => { pubsub.subscribe('topic', f) }, []) }",
    "import { useEffect } from 'react'\nimport { autorun } from './mine'\nfunction A() { useEffect(() => { autorun(() => f()) }, []) }",
    // What goes with the component, though others give it
    { code: "import { Component, Input } from '@angular/core'\n@Component({ selector: 'a' })\nexport class A {\n  @Input() form: FormGroup\n  ngOnInit() { this.form.valueChanges.subscribe(() => this.show()) }\n}", filename: 'file.ts' },
    { code: "import { Component } from '@angular/core'\nimport { DialogRef } from './dialog'\n@Component({ selector: 'a' })\nexport class A {\n  constructor(private dialog: DialogRef) {}\n  ngOnInit() { this.dialog.backdropClick.subscribe(() => this.show()) }\n}", filename: 'file.ts' },
    { code: "import { Directive } from '@angular/core'\nimport { Select } from './select'\n@Directive({ selector: '[a]' })\nexport class A {\n  constructor(private select: Select) {}\n  ngOnInit() { this.select.opened.subscribe(() => this.show()) }\n}", filename: 'file.ts' },
    { code: "import { Component, Self } from '@angular/core'\nimport { Tabs } from './tabs'\n@Component({ selector: 'a' })\nexport class A {\n  constructor(@Self() private tabs: Tabs) {}\n  ngOnInit() { this.tabs.changed.subscribe(() => this.show()) }\n}", filename: 'file.ts' },
    "import React from 'react'\nclass A extends React.Component { componentDidMount() { this.props.target.subscribe(this.f) } f = () => {}; componentWillUnmount() { this.props.target.unsubscribe(this.f) } render() { return null } }",
    { name: 'valtio, disposed', code: `import { useEffect } from 'react'
import { subscribe } from 'valtio'
import { state } from './state'
function A() { useEffect(() => subscribe(state, () => f()), []) }` },
    { name: 'valtio, the state of the component', code: `import { useEffect } from 'react'
import { subscribe, proxy } from 'valtio'
function A() { useEffect(() => { const state = proxy({}); subscribe(state, () => f()) }, []) }` },
    { name: 'signals, an effect of the module', code: `import { effect } from '@preact/signals-core'
effect(() => f())` },
    { name: 'signals, disposed', code: `import { effect } from '@preact/signals-core'
class A extends HTMLElement { connectedCallback() { this.stop = effect(() => this.f()) } disconnectedCallback() { this.stop?.() } }` },
  ],
  invalid: [
    {
      name: 'a field that a decorator leaves alone',
      code: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { UntilDestroy } from '@ngneat/until-destroy'\n@UntilDestroy()\n@Component({ template: '' })\nexport class A {\n  constructor(private router: Router) {}\n  ngOnInit() { this.held = this.router.events.subscribe((event) => this.show(event)) }\n  ngOnDestroy() {}\n}",
      errors: [{ messageId: 'leaked', data: { source: "'this.router.events'", owner: "the 'A'" }, line: 8, column: 28, endLine: 8, endColumn: 85, suggestions: [{ messageId: 'release', data: { place: "'ngOnDestroy'" }, output: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { UntilDestroy } from '@ngneat/until-destroy'\n@UntilDestroy()\n@Component({ template: '' })\nexport class A {\n  constructor(private router: Router) {}\n  ngOnInit() { this.held = this.router.events.subscribe((event) => this.show(event)) }\n  ngOnDestroy() {\n    this.held?.unsubscribe()\n  }\n}" }] }],
    },
    ...['[this.all]', 'this.props.stores!.settings.size', '[this.props.routing.path]', 'store.size', 'this.total()'].map((read) => ({
      name: `a reaction to what may be others': ${read}`, filename: 'a.tsx',
      code: `import { reaction } from 'mobx'\nimport { store } from './store'\nexport class Page extends React.Component {\n  get all() { return store.all }\n  componentDidMount() {\n    reaction(() => ${read}, () => this.show())\n  }\n  render() { return null }\n}`,
      errors: [{ messageId: 'leaked' as const, data: { source: 'what it observes', owner: "the 'Page'" }, line: 6, column: 5, endLine: 6, endColumn: 40 + read.length, suggestions: [{ messageId: 'release' as const, data: { place: "'componentWillUnmount'" }, output: `import { reaction } from 'mobx'\nimport { store } from './store'\nexport class Page extends React.Component {\n  #stop?: () => void\n  get all() { return store.all }\n  componentDidMount() {\n    this.#stop = reaction(() => ${read}, () => this.show())\n  }\n\n  componentWillUnmount() {\n    this.#stop?.()\n  }\n  render() { return null }\n}` }] }],
    })),
    {
      name: 'a source of which nobody knows what it answers',
      code: "import { useEffect } from 'react'\nimport media from './media'\nexport function useWide(set) {\n  useEffect(() => {\n    media.subscribe((screens) => set(screens.xl))\n  }, [])\n}\n",
      errors: [{ messageId: 'leaked', data: { source: "'media'", owner: 'the effect' }, line: 5, column: 5, endLine: 5, endColumn: 50, suggestions: [] }],
    },
    {
      name: 'a dialog, whose own way to close is not the only one',
      code: "import { Component } from '@angular/core'\nimport { AccountService } from './account.service'\n@Component({ template: '' })\nexport class EditComponent {\n  constructor(private account: AccountService) {\n    this.account.user$.subscribe((user) => this.user = user)\n  }\n  close() {\n    this.modal.dismiss()\n  }\n}\n",
      filename: 'edit.component.ts',
      errors: [{
        messageId: 'leaked', data: { source: "'this.account.user$'", owner: "the 'EditComponent'" }, line: 6, column: 5, endLine: 6, endColumn: 61,
        suggestions: [{ messageId: 'release', data: { place: "'ngOnDestroy'" }, output: "import { Component } from '@angular/core'\nimport { AccountService } from './account.service'\n@Component({ template: '' })\nexport class EditComponent {\n  #subscription?: { unsubscribe(): void }\n  constructor(private account: AccountService) {\n    this.#subscription = this.account.user$.subscribe((user) => this.user = user)\n  }\n\n  ngOnDestroy() {\n    this.#subscription?.unsubscribe()\n  }\n  close() {\n    this.modal.dismiss()\n  }\n}\n" }],
      }],
    },
    {
      name: 'takeUntil before the operator that goes on with another stream',
      code: "import { Component } from '@angular/core'\nimport { interval, switchMap, takeUntil } from 'rxjs'\nimport { StateService } from './state'\n@Component({}) class A { constructor(private state: StateService) {} ngOnInit() { this.state.blocks$.pipe(takeUntil(this.end$), switchMap(() => this.state.price$)).subscribe(g) } ngOnDestroy() { this.end$.next() } }",
      filename: 'a.ts',
      errors: [{ messageId: 'leaked', data: { source: "'….pipe(…)'", owner: "the 'A'" }, line: 4, column: 83, endLine: 4, endColumn: 177, suggestions: [{ messageId: 'release', data: { place: "'ngOnDestroy'" }, output: "import { Component } from '@angular/core'\nimport { interval, switchMap, takeUntil } from 'rxjs'\nimport { StateService } from './state'\n@Component({}) class A { #subscription?: { unsubscribe(): void }\nconstructor(private state: StateService) {} ngOnInit() { this.#subscription = this.state.blocks$.pipe(takeUntil(this.end$), switchMap(() => this.state.price$)).subscribe(g) } ngOnDestroy() { this.end$.next(); this.#subscription?.unsubscribe() } }" }] }],
    },
    {
      name: 'updates, which do not end, of what is called like something that does',
      code: "import { Component } from '@angular/core'\nimport { interval, switchMap, takeUntil } from 'rxjs'\nimport { StateService } from './state'\n@Component({}) class A { constructor(private state: StateService) {} ngOnInit() { this.state.configUpdates.subscribe(g) } ngOnDestroy() {  } }",
      filename: 'a.ts',
      errors: [{ messageId: 'leaked', data: { source: "'this.state.configUpdates'", owner: "the 'A'" }, line: 4, column: 83, endLine: 4, endColumn: 120, suggestions: [{ messageId: 'release', data: { place: "'ngOnDestroy'" }, output: "import { Component } from '@angular/core'\nimport { interval, switchMap, takeUntil } from 'rxjs'\nimport { StateService } from './state'\n@Component({}) class A { #subscription?: { unsubscribe(): void }\nconstructor(private state: StateService) {} ngOnInit() { this.#subscription = this.state.configUpdates.subscribe(g) } ngOnDestroy() {  \n  this.#subscription?.unsubscribe()\n} }" }] }],
    },
    {
      name: 'a subject of the module',
      code: "import { BehaviorSubject } from 'rxjs'\nconst theme$ = new BehaviorSubject('dark')\nexport class Panel {\n  constructor() {\n    theme$.subscribe((theme) => this.show(theme))\n  }\n  dispose() {\n    this.element = null\n  }\n}\n",
      errors: [
        {
          messageId: 'leaked', data: { source: "'theme$'", owner: "the 'Panel'" }, line: 5, column: 5, endLine: 5, endColumn: 50,
          suggestions: [
            {
              messageId: 'release', data: { place: "'dispose'" },
              output: "import { BehaviorSubject } from 'rxjs'\nconst theme$ = new BehaviorSubject('dark')\nexport class Panel {\n  #subscription\n  constructor() {\n    this.#subscription = theme$.subscribe((theme) => this.show(theme))\n  }\n  dispose() {\n    this.element = null\n    this.#subscription?.unsubscribe()\n  }\n}\n",
            },
          ],
        },
      ],
    },
    {
      name: 'a listener of a topic that stays',
      code: "import { useEffect } from 'react'\nimport { bus } from './bus'\nfunction A() {\n  useEffect(() => {\n    const show = (x) => f(x)\n    bus.subscribe('shown', show)\n    bus.unsubscribe('hidden', show)\n  }, [])\n}",
      errors: [
        {
          messageId: 'leaked', data: { source: "'bus'", owner: 'the effect' }, line: 6, column: 5, endLine: 6, endColumn: 33,
          suggestions: [
            {
              messageId: 'release', data: { place: 'the cleanup of the effect' },
              output: "import { useEffect } from 'react'\nimport { bus } from './bus'\nfunction A() {\n  useEffect(() => {\n    const show = (x) => f(x)\n    bus.subscribe('shown', show)\n    bus.unsubscribe('hidden', show)\n    return () => bus.unsubscribe('shown', show)\n  }, [])\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'a field that merges a stream of a service',
      code: "import { Component } from '@angular/core'\nimport { StateService } from './state.service'\nimport { combineLatest, map, merge, of } from 'rxjs'\n@Component({ selector: 'a' })\nexport class A {\n  network$ = merge(of(1), this.state.network$)\n  constructor(private state: StateService) {}\n  ngOnInit() {\n    this.network$.subscribe((n) => f(n))\n  }\n}\n",
      filename: 'file.ts',
      errors: [
        {
          messageId: 'leaked', data: { source: "'this.network$'", owner: "the 'A'" }, line: 9, column: 5, endLine: 9, endColumn: 41,
          suggestions: [{ messageId: 'release', data: { place: "'ngOnDestroy'" }, output: "import { Component } from '@angular/core'\nimport { StateService } from './state.service'\nimport { combineLatest, map, merge, of } from 'rxjs'\n@Component({ selector: 'a' })\nexport class A {\n  #subscription?: { unsubscribe(): void }\n  network$ = merge(of(1), this.state.network$)\n  constructor(private state: StateService) {}\n  ngOnInit() {\n    this.#subscription = this.network$.subscribe((n) => f(n))\n  }\n\n  ngOnDestroy() {\n    this.#subscription?.unsubscribe()\n  }\n}\n" }],
        },
      ],
    },
    {
      name: 'a method that gives a stream, of an injected parameter',
      code: "import { Component } from '@angular/core'\nimport { StateService } from './state.service'\nimport { combineLatest, map, merge, of } from 'rxjs'\n@Component({ selector: 'a' })\nexport class A {\n  constructor(state: StateService) {\n    state.onMove().subscribe((n) => f(n))\n  }\n}\n",
      filename: 'file.ts',
      errors: [
        {
          messageId: 'leaked', data: { source: "'state.onMove()'", owner: "the 'A'" }, line: 7, column: 5, endLine: 7, endColumn: 42,
          suggestions: [{ messageId: 'release', data: { place: "'ngOnDestroy'" }, output: "import { Component } from '@angular/core'\nimport { StateService } from './state.service'\nimport { combineLatest, map, merge, of } from 'rxjs'\n@Component({ selector: 'a' })\nexport class A {\n  #subscription?: { unsubscribe(): void }\n  constructor(state: StateService) {\n    this.#subscription = state.onMove().subscribe((n) => f(n))\n  }\n\n  ngOnDestroy() {\n    this.#subscription?.unsubscribe()\n  }\n}\n" }],
        },
      ],
    },
    {
      name: 'a component without a teardown',
      code: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { StateService } from './state.service'\n@Component({ selector: 'fiat' })\nexport class FiatComponent {\n  constructor(private state: StateService) {}\n\n  ngOnInit(): void {\n    this.state.currency$.subscribe((currency) => { this.currency = currency })\n  }\n}\n",
      filename: 'file.ts',
      errors: [
        {
          messageId: 'leaked', data: { source: "'this.state.currency$'", owner: "the 'FiatComponent'" }, line: 9, column: 5, endLine: 9, endColumn: 79,
          suggestions: [
            {
              messageId: 'release', data: { place: "'ngOnDestroy'" },
              output: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { StateService } from './state.service'\n@Component({ selector: 'fiat' })\nexport class FiatComponent {\n  #subscription?: { unsubscribe(): void }\n  constructor(private state: StateService) {}\n\n  ngOnInit(): void {\n    this.#subscription = this.state.currency$.subscribe((currency) => { this.currency = currency })\n  }\n\n  ngOnDestroy() {\n    this.#subscription?.unsubscribe()\n  }\n}\n",
            },
          ],
        },
      ],
    },
    {
      name: 'a subscription that is stored and forgotten',
      code: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { StateService } from './state.service'\n@Component({ selector: 'clock' })\nexport class ClockComponent {\n  constructor(private state: StateService) {\n    this.blocks = state.blocks$.subscribe((blocks) => this.draw(blocks))\n    this.timer = this.state.time$.subscribe((time) => this.draw(time))\n  }\n\n  ngOnDestroy(): void {\n    this.blocks.unsubscribe()\n  }\n}\n",
      filename: 'file.ts',
      errors: [
        {
          messageId: 'leaked', data: { source: "'this.state.time$'", owner: "the 'ClockComponent'" }, line: 8, column: 18, endLine: 8, endColumn: 71,
          suggestions: [
            {
              messageId: 'release', data: { place: "'ngOnDestroy'" },
              output: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { StateService } from './state.service'\n@Component({ selector: 'clock' })\nexport class ClockComponent {\n  constructor(private state: StateService) {\n    this.blocks = state.blocks$.subscribe((blocks) => this.draw(blocks))\n    this.timer = this.state.time$.subscribe((time) => this.draw(time))\n  }\n\n  ngOnDestroy(): void {\n    this.blocks.unsubscribe()\n    this.timer?.unsubscribe()\n  }\n}\n",
            },
          ],
        },
      ],
    },
    {
      name: 'operators that do not end it',
      code: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { StateService } from './state.service'\nimport { filter, map } from 'rxjs'\n@Component({ selector: 'menu' })\nexport class MenuComponent {\n  #router = inject(Router)\n  constructor(private router: Router) {}\n  ngOnInit() {\n    this.router.events.pipe(filter(Boolean), map(String)).subscribe((event) => this.close(event))\n  }\n  ngOnDestroy() {}\n}\n",
      filename: 'file.ts',
      errors: [
        {
          messageId: 'leaked', data: { source: "'….pipe(…)'", owner: "the 'MenuComponent'" }, line: 10, column: 5, endLine: 10, endColumn: 98,
          suggestions: [
            {
              messageId: 'release', data: { place: "'ngOnDestroy'" },
              output: "import { Component } from '@angular/core'\nimport { Router } from '@angular/router'\nimport { StateService } from './state.service'\nimport { filter, map } from 'rxjs'\n@Component({ selector: 'menu' })\nexport class MenuComponent {\n  #subscription?: { unsubscribe(): void }\n  #router = inject(Router)\n  constructor(private router: Router) {}\n  ngOnInit() {\n    this.#subscription = this.router.events.pipe(filter(Boolean), map(String)).subscribe((event) => this.close(event))\n  }\n  ngOnDestroy() {\n    this.#subscription?.unsubscribe()\n  }\n}\n",
            },
          ],
        },
      ],
    },
    {
      name: 'an effect and a store',
      code: "import { useEffect } from 'react'\nimport { store } from './store'\nexport function Cart() {\n  useEffect(() => {\n    store.subscribe(() => update(store.getState()))\n  }, [])\n}\n",
      errors: [
        {
          messageId: 'leaked', data: { source: "'store'", owner: 'the effect' }, line: 5, column: 5, endLine: 5, endColumn: 52,
          suggestions: [
            {
              messageId: 'release', data: { place: 'the cleanup of the effect' },
              output: "import { useEffect } from 'react'\nimport { store } from './store'\nexport function Cart() {\n  useEffect(() => {\n    const unsubscribe = store.subscribe(() => update(store.getState()))\n    return () => unsubscribe()\n  }, [])\n}\n",
            },
          ],
        },
      ],
    },
    {
      name: 'an effect and a stream of the page',
      code: "import { useEffect } from 'react'\nimport { fromEvent, merge } from 'rxjs'\nimport { debounceTime } from 'rxjs/operators'\nexport function Size() {\n  useEffect(() => {\n    const sizes = merge(fromEvent(window, 'resize'), fromEvent(document, 'scroll')).pipe(debounceTime(50))\n    const subscription = sizes.subscribe(measure)\n  }, [])\n}\n",
      errors: [
        {
          messageId: 'leaked', data: { source: "'sizes'", owner: 'the effect' }, line: 7, column: 26, endLine: 7, endColumn: 50,
          suggestions: [
            {
              messageId: 'release', data: { place: 'the cleanup of the effect' },
              output: "import { useEffect } from 'react'\nimport { fromEvent, merge } from 'rxjs'\nimport { debounceTime } from 'rxjs/operators'\nexport function Size() {\n  useEffect(() => {\n    const sizes = merge(fromEvent(window, 'resize'), fromEvent(document, 'scroll')).pipe(debounceTime(50))\n    const subscription = sizes.subscribe(measure)\n    return () => subscription.unsubscribe()\n  }, [])\n}\n",
            },
          ],
        },
      ],
    },
    {
      name: 'an effect and a listener of Firestore',
      code: "import { useEffect } from 'react'\nimport { onSnapshot } from 'firebase/firestore'\nexport function Room({ query }) {\n  useEffect(() => {\n    onSnapshot(query, (snapshot) => show(snapshot))\n  }, [query])\n}\n",
      errors: [
        {
          messageId: 'leaked', data: { source: 'what it observes', owner: 'the effect' }, line: 5, column: 5, endLine: 5, endColumn: 52,
          suggestions: [
            {
              messageId: 'release', data: { place: 'the cleanup of the effect' },
              output: "import { useEffect } from 'react'\nimport { onSnapshot } from 'firebase/firestore'\nexport function Room({ query }) {\n  useEffect(() => {\n    const stop = onSnapshot(query, (snapshot) => show(snapshot))\n    return () => stop()\n  }, [query])\n}\n",
            },
          ],
        },
      ],
    },
    {
      name: 'a class with a teardown, and MobX',
      code: "import { autorun } from 'mobx'\nclass Saver {\n  constructor(store) {\n    autorun(() => save(store.items))\n  }\n  dispose() {}\n}\n",
      errors: [
        {
          messageId: 'leaked', data: { source: 'what it observes', owner: "the 'Saver'" }, line: 4, column: 5, endLine: 4, endColumn: 37,
          suggestions: [
            {
              messageId: 'release', data: { place: "'dispose'" },
              output: "import { autorun } from 'mobx'\nclass Saver {\n  #stop\n  constructor(store) {\n    this.#stop = autorun(() => save(store.items))\n  }\n  dispose() {\n    this.#stop?.()\n  }\n}\n",
            },
          ],
        },
      ],
    },
    {
      name: 'what produces for one subscriber of many',
      code: "import { observable } from '@trpc/server/observable'\nimport { lineStore } from './lines'\nexport const log = () => observable((emit) => {\n  lineStore.subscribe((line) => emit.next(line))\n  return () => {\n    logger.info('closed')\n  }\n})\n",
      errors: [
        {
          messageId: 'leaked', data: { source: "'lineStore'", owner: 'the observer' }, line: 4, column: 3, endLine: 4, endColumn: 49,
          suggestions: [
            {
              messageId: 'release', data: { place: 'the cleanup of the effect' },
              output: "import { observable } from '@trpc/server/observable'\nimport { lineStore } from './lines'\nexport const log = () => observable((emit) => {\n  const unsubscribe = lineStore.subscribe((line) => emit.next(line))\n  return () => {\n    logger.info('closed')\n    unsubscribe()\n  }\n})\n",
            },
          ],
        },
      ],
    },
    {
      name: 'a component in a single file, and a store',
      code: "<script>\n  import { count } from './stores'\n  let value\n  count.subscribe((n) => { value = n })\n</script>\n",
      filename: 'Cart.svelte', languageOptions: { parser: svelte },
      errors: [
        {
          messageId: 'leaked', data: { source: "'count'", owner: 'the component' }, line: 4, column: 3, endLine: 4, endColumn: 40,
          suggestions: [
            {
              messageId: 'release', data: { place: "'onDestroy'" },
              output: "<script>\n  import { onDestroy } from 'svelte'\n  import { count } from './stores'\n  let value\n  const unsubscribe = count.subscribe((n) => { value = n })\n  onDestroy(() => unsubscribe())\n</script>\n",
            },
          ],
        },
      ],
    },
    {
      name: 'a component in a single file, and a stream',
      code: "<script setup>\nimport { events$ } from './events'\nevents$.subscribe((event) => show(event))\n</script>\n",
      filename: 'Menu.vue', languageOptions: { parser: vue },
      errors: [
        {
          messageId: 'leaked', data: { source: "'events$'", owner: 'the component' }, line: 3, column: 1, endLine: 3, endColumn: 42,
          suggestions: [
            {
              messageId: 'release', data: { place: "'onUnmounted'" },
              output: "<script setup>\nimport { onUnmounted } from 'vue'\nimport { events$ } from './events'\nconst subscription = events$.subscribe((event) => show(event))\nonUnmounted(() => subscription.unsubscribe())\n</script>\n",
            },
          ],
        },
      ],
    },
    {
      name: 'a protocol of the user',
      code: "import { useEffect } from 'react'\nimport { feed } from './feed'\nexport function Panel() {\n  useEffect(() => {\n    feed.follow('rows', () => draw())\n  }, [])\n}\n",
      settings: { memory: { resources: [{ acquire: 'feed.follow', release: 'stop', match: 'disposer' }] } },
      errors: [
        {
          messageId: 'leaked', data: { source: "'feed'", owner: 'the effect' }, line: 5, column: 5, endLine: 5, endColumn: 38,
          suggestions: [
            {
              messageId: 'release', data: { place: 'the cleanup of the effect' },
              output: "import { useEffect } from 'react'\nimport { feed } from './feed'\nexport function Panel() {\n  useEffect(() => {\n    const stop = feed.follow('rows', () => draw())\n    return () => stop()\n  }, [])\n}\n",
            },
          ],
        },
      ],
    },
    {
      name: 'valtio, a state of the module',
      code: `import { useEffect } from 'react'
import { subscribe } from 'valtio'
import { state } from './state'
export function Cart() {
  useEffect(() => {
    subscribe(state, () => draw(state.items))
  }, [])
}
`,
      errors: [
        {
          messageId: 'leaked', data: { owner: 'the effect', source: "'state'" }, line: 6, column: 5, endLine: 6, endColumn: 46,
          suggestions: [
            { messageId: 'release', data: { place: 'the cleanup of the effect' }, output: `import { useEffect } from 'react'
import { subscribe } from 'valtio'
import { state } from './state'
export function Cart() {
  useEffect(() => {
    const stop = subscribe(state, () => draw(state.items))
    return () => stop()
  }, [])
}
` },
          ],
        },
      ],
    },
    {
      name: 'MobX, what an object of the module changes',
      code: `import { useEffect } from 'react'
import { observe } from 'mobx'
import { cart } from './cart'
export function Cart() {
  useEffect(() => {
    observe(cart, (change) => draw(change))
  }, [])
}
`,
      errors: [
        {
          messageId: 'leaked', data: { owner: 'the effect', source: "'cart'" }, line: 6, column: 5, endLine: 6, endColumn: 44,
          suggestions: [
            { messageId: 'release', data: { place: 'the cleanup of the effect' }, output: `import { useEffect } from 'react'
import { observe } from 'mobx'
import { cart } from './cart'
export function Cart() {
  useEffect(() => {
    const stop = observe(cart, (change) => draw(change))
    return () => stop()
  }, [])
}
` },
          ],
        },
      ],
    },
    {
      name: 'signals, an effect of an element',
      code: `import { effect } from '@preact/signals-core'
import { count } from './count'
export class Counter extends HTMLElement {
  connectedCallback() {
    effect(() => this.draw(count.value))
  }
}
`,
      errors: [
        {
          messageId: 'leaked', data: { owner: "the 'Counter'", source: 'what it observes' }, line: 5, column: 5, endLine: 5, endColumn: 41,
          suggestions: [
            { messageId: 'release', data: { place: "'disconnectedCallback'" }, output: `import { effect } from '@preact/signals-core'
import { count } from './count'
export class Counter extends HTMLElement {
  #stop
  connectedCallback() {
    this.#stop = effect(() => this.draw(count.value))
  }

  disconnectedCallback() {
    this.#stop?.()
  }
}
` },
          ],
        },
      ],
    },
    {
      name: 'nanostores, a store of the module',
      code: `import { useEffect } from 'react'
import { $cart } from './cart'
export function Cart() {
  useEffect(() => {
    $cart.subscribe((items) => draw(items))
  }, [])
}
`,
      errors: [
        {
          messageId: 'leaked', data: { owner: 'the effect', source: "'$cart'" }, line: 5, column: 5, endLine: 5, endColumn: 44,
          suggestions: [
            { messageId: 'release', data: { place: 'the cleanup of the effect' }, output: `import { useEffect } from 'react'
import { $cart } from './cart'
export function Cart() {
  useEffect(() => {
    const unsubscribe = $cart.subscribe((items) => draw(items))
    return () => unsubscribe()
  }, [])
}
` },
          ],
        },
      ],
    },
    {
      name: 'Zustand, a store of the module',
      code: `import { useEffect } from 'react'
import { useCart } from './cart'
export function Cart() {
  useEffect(() => {
    useCart.subscribe((state) => draw(state.items))
  }, [])
}
`,
      errors: [
        {
          messageId: 'leaked', data: { owner: 'the effect', source: "'useCart'" }, line: 5, column: 5, endLine: 5, endColumn: 52,
          suggestions: [
            { messageId: 'release', data: { place: 'the cleanup of the effect' }, output: `import { useEffect } from 'react'
import { useCart } from './cart'
export function Cart() {
  useEffect(() => {
    const unsubscribe = useCart.subscribe((state) => draw(state.items))
    return () => unsubscribe()
  }, [])
}
` },
          ],
        },
      ],
    },
    {
      name: 'a store handed down as a prop',
      code: "import { useEffect } from 'react'\nfunction A({ store }) { useEffect(() => { store.subscribe(() => f()) }, []) }",
      errors: [{
        messageId: 'leaked', data: { owner: 'the effect', source: "'store'" }, line: 2, column: 43, endLine: 2, endColumn: 69,
        suggestions: [{ messageId: 'release', data: { place: 'the cleanup of the effect' }, output: "import { useEffect } from 'react'\nfunction A({ store }) { useEffect(() => { const unsubscribe = store.subscribe(() => f()); return () => unsubscribe() }, []) }" }],
      }],
    },
    {
      name: 'an input, at each of its changes',
      code: "import { Component, Input } from '@angular/core'\n@Component({ selector: 'a' })\nexport class A {\n  @Input() filter: Filter\n  ngOnChanges() {\n    this.filter.selected.subscribe(() => this.show())\n  }\n}",
      filename: 'file.ts',
      errors: [{ messageId: 'leaked', data: { owner: "the 'A'", source: "'this.filter.selected'" }, line: 6, column: 5, endLine: 6, endColumn: 54, suggestions: [] }],
    },
    {
      name: 'a component around this one',
      code: "import { Component } from '@angular/core'\nimport { Tabs } from './tabs'\n@Component({ selector: 'tab' })\nexport class Tab {\n  constructor(private tabs: Tabs) {}\n  ngOnInit() {\n    this.tabs.changed.subscribe(() => this.show())\n  }\n}",
      filename: 'file.ts',
      errors: [{
        messageId: 'leaked', data: { owner: "the 'Tab'", source: "'this.tabs.changed'" }, line: 7, column: 5, endLine: 7, endColumn: 51,
        suggestions: [{ messageId: 'release', data: { place: "'ngOnDestroy'" }, output: "import { Component } from '@angular/core'\nimport { Tabs } from './tabs'\n@Component({ selector: 'tab' })\nexport class Tab {\n  #subscription?: { unsubscribe(): void }\n  constructor(private tabs: Tabs) {}\n  ngOnInit() {\n    this.#subscription = this.tabs.changed.subscribe(() => this.show())\n  }\n\n  ngOnDestroy() {\n    this.#subscription?.unsubscribe()\n  }\n}" }],
      }],
    },
    {
      name: 'one that each update starts again',
      code: "import { Component } from '@angular/core'\nimport { ThemeService } from './theme'\n@Component({ selector: 'a' })\nexport class A {\n  constructor(private themes: ThemeService) {}\n  ngOnChanges() {\n    this.start()\n  }\n  start() {\n    this.sub = this.themes.name$.subscribe(() => this.show())\n  }\n  ngOnDestroy() {\n    this.sub.unsubscribe()\n  }\n}",
      filename: 'file.ts',
      errors: [{
        messageId: 'overwritten', line: 10, column: 16, endLine: 10, endColumn: 62,
        suggestions: [{ messageId: 'clear', data: { place: 'this.sub' }, output: "import { Component } from '@angular/core'\nimport { ThemeService } from './theme'\n@Component({ selector: 'a' })\nexport class A {\n  constructor(private themes: ThemeService) {}\n  ngOnChanges() {\n    this.start()\n  }\n  start() {\n    this.sub?.unsubscribe()\n    this.sub = this.themes.name$.subscribe(() => this.show())\n  }\n  ngOnDestroy() {\n    this.sub.unsubscribe()\n  }\n}" }],
      }],
    },
    {
      name: 'an end that subscribes once more',
      code: "export function Tooltips(options) {\n  let grid\n  function init(given) {\n    grid = given\n    grid.onMouseEnter.subscribe(show)\n  }\n  function destroy() {\n    grid.onMouseEnter.subscribe(show)\n  }\n  function show(event) { options.show(event) }\n  return { init, destroy }\n}",
      errors: [{
        messageId: 'mistaken', line: 8, column: 5, endLine: 8, endColumn: 38,
        suggestions: [{ messageId: 'replace', data: { place: 'unsubscribe' }, output: "export function Tooltips(options) {\n  let grid\n  function init(given) {\n    grid = given\n    grid.onMouseEnter.subscribe(show)\n  }\n  function destroy() {\n    grid.onMouseEnter.unsubscribe(show)\n  }\n  function show(event) { options.show(event) }\n  return { init, destroy }\n}" }],
      }],
    },
  ],
})

/** Rows of the table: what the file imports, what is called, the handle's name, and the release that the repair writes. */
const rows: [imports: string, call: string, handle: string, release: string, source?: string][] = [
  ["import { history } from './history'", 'history.listen(draw)', 'unlisten', 'unlisten()', "'history'"],
  ["import { createBrowserHistory } from 'history'\nconst browser = createBrowserHistory()", 'browser.listen(draw)', 'unlisten', 'unlisten()', "'browser'"],
  ["import { $cart } from './cart'", '$cart.listen(draw)', 'stop', 'stop()', "'$cart'"],
  ["import { atom } from 'nanostores'\nconst cart = atom([])", 'cart.listen(draw)', 'stop', 'stop()', "'cart'"],
  ["import { map } from 'nanostores'\nconst cart = map({})", 'cart.subscribe(draw)', 'unsubscribe', 'unsubscribe()', "'cart'"],
  ["import { listenKeys } from 'nanostores'\nimport { cart } from './cart'", "listenKeys(cart, ['sum'], draw)", 'stop', 'stop()', "'cart'"],
  ["import { createStore } from 'redux'\nconst store = createStore(reduce)", 'store.subscribe(draw)', 'unsubscribe', 'unsubscribe()', "'store'"],
  ["import { configureStore } from '@reduxjs/toolkit'\nexport const store = configureStore({ reducer })", 'store.subscribe(draw)', 'unsubscribe', 'unsubscribe()', "'store'"],
  ["import { create } from 'zustand'\nconst useBear = create()(() => ({ bears: 0 }))", 'useBear.subscribe(draw)', 'unsubscribe', 'unsubscribe()', "'useBear'"],
  ["import { writable } from 'svelte/store'\nconst sum = writable(0)", 'sum.subscribe(draw)', 'unsubscribe', 'unsubscribe()', "'sum'"],
  ["import { signal } from '@preact/signals-core'\nconst sum = signal(0)", 'sum.subscribe(draw)', 'unsubscribe', 'unsubscribe()', "'sum'"],
  ["import { effect } from 'alien-signals'\nimport { sum } from './sum'", 'effect(() => draw(sum()))', 'stop', 'stop()'],
  ["import { intercept } from 'mobx'\nimport { cart } from './cart'", 'intercept(cart, draw)', 'stop', 'stop()', "'cart'"],
  ["import { onSnapshot } from 'mobx-state-tree'\nimport { cart } from './cart'", 'onSnapshot(cart, draw)', 'stop', 'stop()', "'cart'"],
  ["import { queryClient } from './query'", 'queryClient.getQueryCache().subscribe(draw)', 'unsubscribe', 'unsubscribe()', "'queryClient.getQueryCache()'"],
  ["import { QueryObserver } from '@tanstack/react-query'\nimport { client } from './query'", 'new QueryObserver(client, query).subscribe(draw)', 'unsubscribe', 'unsubscribe()', "'new QueryObserver(client, query)'"],
  ["import { client } from './apollo'", 'client.watchQuery({ query }).subscribe(draw)', 'subscription', 'subscription.unsubscribe()', "'client.watchQuery({ query })'"],
  ["import { onChildAdded } from 'firebase/database'\nimport { list } from './list'", 'onChildAdded(list, draw)', 'stop', 'stop()'],
  ["import { auth } from './firebase'", 'auth.onAuthStateChanged(draw)', 'stop', 'stop()', "'auth'"],
  ["import firebase from 'firebase/app'", "firebase.firestore().collection('a').onSnapshot(draw)", 'stop', 'stop()', "'firebase.firestore().collection('a')'"],
  ["import { supabase } from './supabase'", 'supabase.auth.onAuthStateChange(draw)', 'listener', 'listener.data.subscription.unsubscribe()', "'supabase.auth'"],
]

const effect = (imports: string, lines: readonly string[]): string => `${imports}
import { useEffect } from 'react'
export function Panel({ draw }) {
  useEffect(() => {
${lines.map((line) => `    ${line}\n`).join('')}  }, [])
}
`

testRule('no-leaked-subscription', rule, {
  valid: [
    ...rows.map(([imports, call, handle, release]) => ({ name: `${call}: ended`, code: effect(imports, [`const ${handle} = ${call}`, `return () => ${release}`]) })),
    ...rows.map(([imports, call]) => ({ name: `${call}: returned`, code: effect(imports, [`return ${call}`]) })),
    ...rows.map(([imports, call]) => ({ name: `${call}: once`, code: `${imports}\nexport const it = ${call}` })),
    { name: 'a value that comes once', code: effect("import { onValue } from 'firebase/database'\nimport { list } from './list'", ['onValue(list, draw, { onlyOnce: true })']) },
    { name: 'a reaction to a field of its own', code: "import { reaction } from 'mobx'\nexport class View extends React.Component {\n  view = null\n  constructor(props) { super(props); makeObservable(this); reaction(() => this.view, () => this.show()) }\n  render() { return null }\n}" },
    { name: 'a reaction to a property of its own', code: "import { reaction } from 'mobx'\nexport class View extends React.Component {\n  constructor(props) { super(props); reaction(() => this.props.size, () => this.show()) }\n  render() { return null }\n}" },
    { name: 'topics that are all left at once', code: "import { useEffect } from 'react'\nimport { bus } from './bus'\nexport function useNews() {\n  useEffect(() => {\n    bus.subscribe('news', (one) => show(one))\n    return () => { bus.unsubscribeAll() }\n  }, [])\n}" },
    { name: 'what was registered with a context, which is left with it', code: "angular.module('music').controller('Albums', function ($scope, queue) {\n  let offs = []\n  function listen(event, f) { offs.push($rootScope.$on(event, f)) }\n  $scope.$on('$destroy', () => { offs.forEach((off) => off()); queue.unsubscribeAll(this) })\n  queue.subscribe('ended', function () { show(null) }, this)\n})" },
    { name: 'a reaction with a signal', code: effect("import { reaction } from 'mobx'\nimport { cart } from './cart'", ['reaction(() => cart.sum, draw, { signal })']) },
    { name: 'a reaction that waits for one thing', code: effect("import { when } from 'mobx'\nimport { cart } from './cart'", ['when(() => cart.sum, draw)']) },
    { name: 'what Angular wraps, which answers with a promise', code: effect("import { auth } from './angular/fire'", ['auth.onAuthStateChanged(draw)']) },
    { name: 'a method of that name', code: effect("import { users } from './users'", ['users.onAuthStateChanged(draw)']) },
    { name: 'the history of the platform, and a server', code: effect("import { server } from './server'", ['server.listen(draw)', 'window.history.back()']) },
    { name: 'a store that the effect makes', code: effect("import { createStore } from 'redux'", ['const store = createStore(draw)', 'store.subscribe(draw)']) },
    ...[
      ['const { data: { subscription } } = supabase.auth.onAuthStateChange(draw)', 'return () => subscription.unsubscribe()'],
      ['const { data } = supabase.auth.onAuthStateChange(draw)', 'return () => data.subscription.unsubscribe()'],
      ['const { data: listener } = supabase.auth.onAuthStateChange(draw)', 'return () => { listener?.subscription?.unsubscribe() }'],
      ['const listener = supabase.auth.onAuthStateChange(draw).data.subscription', 'return () => listener.unsubscribe()'],
    ].map((lines) => ({ name: lines.join('; '), code: effect("import { supabase } from './supabase'", lines) })),
  ],
  invalid: [
    ...rows.map(([imports, call, handle, release, source = 'what it observes']) => {
      const line = imports.split('\n').length + 4
      return {
        name: `${call}: never ended`,
        code: effect(imports, [call]),
        errors: [{
          messageId: 'leaked', data: { owner: 'the effect', source }, line, column: 5, endLine: line, endColumn: 5 + call.length,
          suggestions: [{ messageId: 'release', data: { place: 'the cleanup of the effect' }, output: effect(imports, [`const ${handle} = ${call}`, `return () => ${release}`]) }],
        }],
      }
    }),
    {
      name: 'the part of the answer that ends it, taken out',
      code: effect("import { supabase } from './supabase'", ['const { data: { subscription } } = supabase.auth.onAuthStateChange(draw)']),
      errors: [{
        messageId: 'leaked', data: { owner: 'the effect', source: "'supabase.auth'" }, line: 5, column: 40, endLine: 5, endColumn: 77,
        suggestions: [{ messageId: 'release', data: { place: 'the cleanup of the effect' }, output: effect("import { supabase } from './supabase'", ['const { data: { subscription } } = supabase.auth.onAuthStateChange(draw)', 'return () => subscription.unsubscribe()']) }],
      }],
    },
    {
      name: 'a field in TypeScript',
      code: "import { supabase } from './supabase'\nexport class Session {\n  constructor() {\n    supabase.auth.onAuthStateChange(() => this.draw())\n  }\n  destroy() {\n    this.el = null\n  }\n}\n",
      filename: 'file.ts',
      errors: [{
        messageId: 'leaked', data: { owner: "the 'Session'", source: "'supabase.auth'" }, line: 4, column: 5, endLine: 4, endColumn: 55,
        suggestions: [{ messageId: 'release', data: { place: "'destroy'" }, output: "import { supabase } from './supabase'\nexport class Session {\n  #listener?: { data: { subscription: { unsubscribe(): void } } }\n  constructor() {\n    this.#listener = supabase.auth.onAuthStateChange(() => this.draw())\n  }\n  destroy() {\n    this.el = null\n    this.#listener?.data.subscription.unsubscribe()\n  }\n}\n" }],
      }],
    },
    {
      name: 'a store that is required',
      code: "const store = require('../stores/places')\nclass A extends React.Component {\n  componentDidMount() {\n    const onChange = (places) => this.draw(places)\n    store.subscribe(onChange)\n  }\n  componentWillUnmount() {\n    this.save()\n  }\n}",
      errors: [{
        messageId: 'leaked', data: { source: "'store'", owner: "the 'A'" }, line: 5, column: 5, endLine: 5, endColumn: 30,
        suggestions: [{ messageId: 'release', data: { place: "'componentWillUnmount'" }, output: "const store = require('../stores/places')\nclass A extends React.Component {\n  #unsubscribe\n  componentDidMount() {\n    const onChange = (places) => this.draw(places)\n    this.#unsubscribe = store.subscribe(onChange)\n  }\n  componentWillUnmount() {\n    this.save()\n    this.#unsubscribe?.()\n  }\n}" }],
      }],
    },
  ],
})

const setup = (lines: readonly string[]): string => `import { onMounted, onUnmounted, ref, watch, watchEffect } from 'vue'
import { cart } from './cart'
export default {
  setup() {
    let stop
    const own = ref(0)
    const draw = () => own.value++
${lines.map((line) => `    ${line}\n`).join('')}  }
}
`

testRule('no-leaked-subscription', rule, {
  valid: [
    { name: 'a watcher of the setup', code: setup(['watch(() => cart.sum, draw)']) },
    { name: 'a watcher of a hook', code: setup(['onMounted(() => { watch(() => cart.sum, draw) })']) },
    { name: 'a watcher before the wait', code: setup(['onMounted(async () => {', '  watch(() => cart.sum, draw)', '  await load()', '})']) },
    { name: 'a watcher behind a wait, of what goes with the component', code: setup(['onMounted(async () => {', '  await load()', '  watch(own, draw)', '})']) },
    { name: 'a watcher behind a wait, which is stopped', code: setup(['onMounted(async () => {', '  await load()', '  stop = watch(() => cart.sum, draw)', '})', 'onUnmounted(() => stop?.())']) },
    { name: 'a watcher of the program', code: "import { watch } from 'vue'\nimport { cart } from './cart'\nload().then(() => watch(() => cart.sum, save))" },
    { name: 'at the top of a script', code: "<script setup>\nimport { watch } from 'vue'\nimport { cart } from './cart'\nawait load()\nwatch(() => cart.sum, () => draw())\n</script>\n", filename: 'Cart.vue', languageOptions: { parser: vue } },
  ],
  invalid: [
    {
      name: 'a watcher behind a wait',
      code: setup(['onMounted(async () => {', '  await load()', '  watch(() => cart.sum, draw)', '})']),
      errors: [{ messageId: 'leaked', data: { owner: 'the component', source: "'cart.sum'" }, line: 10, column: 7, endLine: 10, endColumn: 34, suggestions: [] }],
    },
    {
      name: 'a watcher of a callback that comes later',
      code: setup(['load().then(() => { watchEffect(() => draw(cart.sum)) })']),
      errors: [{ messageId: 'leaked', data: { owner: 'the component', source: "'cart.sum'" }, line: 8, column: 25, endLine: 8, endColumn: 58, suggestions: [] }],
    },
  ],
})
