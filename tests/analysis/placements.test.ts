import { join } from 'node:path'
import * as parser from '@typescript-eslint/parser'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Parse, Parsed } from '../../src/analysis/parsing.ts'
import { Placements } from '../../src/analysis/placements.ts'
import { projectOf } from '../../src/analysis/project.ts'
import type { Prevalence } from '../../src/analysis/standings.ts'
import { folderOf } from '../support/folder.ts'

beforeEach(() => {
  vi.useFakeTimers() // what is read is forgotten by a timer
})
afterEach(() => {
  vi.useRealTimers()
})

const parse: Parse = (text, filePath) => {
  try {
    const { ast, visitorKeys } = parser.parseForESLint(text, { ecmaFeatures: { jsx: true }, filePath, range: true, loc: true })
    return { ast, visitorKeys: visitorKeys as Parsed['visitorKeys'] }
  } catch {
    return null
  }
}

/** A program of one route shows it for good. */
const otherRoute = { 'src/other.js': "export const other = { path: '/other', component: Other }" }

const manifest = (...dependencies: string[]): string => `{ "private": true, "dependencies": { ${dependencies.map((name) => `"${name}": "*"`).join(', ')} } }`

/** How many of the part there are in a program of these files. */
function prevalence(file: string, name: string | null, files: Record<string, string>): Prevalence | null {
  const folder = folderOf({ 'package.json': manifest(), [file]: '', 'src/leave.js': "router.push('/other')", ...files })
  const project = projectOf(join(folder, file))
  return project && new Placements(project, parse).prevalenceOf({ file: join(folder, file), name })
}

describe('a component of React', () => {
  const menu = { 'src/Menu.jsx': 'export function Menu() { return <nav /> }' }
  const main = { 'src/main.jsx': "import { Page } from './Page'\ncreateRoot(document.body).render(<Page />)" }
  /** How many there are of a menu in a page that the program renders as it starts. */
  const inPage = (body: string, more: Record<string, string> = {}): Prevalence | null =>
    prevalence('src/Menu.jsx', 'Menu', { ...menu, ...main, ...otherRoute, 'src/Page.jsx': `import { Menu } from './Menu'\n${body}`, ...more })
  const shown = (jsx: string): Prevalence | null => inPage(`export function Page({ list, open, isLoaded }) { return <main>${jsx}</main> }`)

  test('is of unknown number where a function of any name renders it, which may do so again into the same root', () => {
    const rendered = (code: string): Prevalence | null => prevalence('src/Menu.jsx', 'Menu', { ...menu, 'src/main.jsx': `import { Menu } from './Menu'\n${code}` })
    expect(rendered('window.showMenu = function showMenu(props) { ReactDOM.render(<Menu {...props} />, root) }')).toBe('unknown')
    expect(rendered('function mountAll() { const root = createRoot(main); root.render(<Menu />); import.meta.hot?.dispose(() => root.unmount()) }'), 'to be replaced as its author edits it').toBe('one')
    expect(rendered('export function open(root) { ReactDOM.render(<Menu />, root); return () => ReactDOM.unmountComponentAtNode(root) }')).toBe('many')
  })

  test('hangs on a field as that is written, not on others of its name', () => {
    const withField = (code: string): Prevalence | null => inPage(`export class Page extends Component {\n  ${code}\n  render() { return <main>{this.map && <Menu />}</main> } }\nconst other = { map: null }\nlet map = false\nmap = true`)
    expect(withField('map = null; componentDidMount() { this.map = new Map() } componentWillUnmount() { other.map = null }')).toBe('one')
    expect(withField('map = null; show() { this.map = new Map() } hide() { this.map = null }')).toBe('many')
    expect(withField('constructor() { this.map = null } show() { this.map = new Map() } hide() { this.map = null }')).toBe('many')
  })

  test('hangs on a part of something as that is written, not on variables of its name, and seldom on who is signed in', () => {
    expect(inPage('export function Page({ controls }) { let menu; if (controls.menu) { menu = null; menu = <Menu /> } return <main>{menu}</main> }')).toBe('unknown')
    expect(inPage('export function Page() { const state = useLocal({ open: false }); const hide = () => { state.open = false; state.open = !state.open }; return <main onClick={hide}>{state.open && <Menu />}</main> }')).toBe('many')
    expect(inPage("export class Page extends Component { leave() { this.setState({ username: '' }) } enter(name) { this.setState({ username: name }) } render() { return this.state.username ? <Menu /> : <Login /> } }")).toBe('unknown')
  })

  test('comes and goes by what is in the file, not by what its properties and settings say', () => {
    expect(inPage('export class Page extends Component { render() { const n = 1; n = 2; return this.props.math.n > 3 ? <Menu /> : null } }')).toBe('unknown')
    expect(inPage('export class Page extends Component { render() { return this.props.state.open ? <Menu /> : null } }')).toBe('many')
    expect(shown('{Config.map.isDebug ? <Menu /> : null}')).toBe('unknown')
  })

  test('is one where the program renders it as it starts', () => {
    for (const start of [
      'createRoot(root).render(<Menu />)',
      'createRoot(root).render(<StrictMode><Menu /></StrictMode>)',
      'ReactDOM.render(<Menu />, root)',
      'ReactDOM.render(React.createElement(Menu), root)',
      'hydrateRoot(root, <Menu />)',
      "document.addEventListener('DOMContentLoaded', () => { createRoot(root).render(<Menu />) })",
      'function start() { createRoot(root).render(<Menu />) } start()',
      'const start = async () => { await load(); createRoot(root).render(<Menu />) }; start()',
      'const root = document.getElementById("root"); if (root) createRoot(root).render(<Menu />)',
      'registerRootComponent(Menu)',
    ]) {
      expect(prevalence('src/Menu.jsx', 'Menu', { ...menu, 'src/main.jsx': `import { Menu } from './Menu'\n${start}` }), start).toBe('one')
    }
  })

  test('is one as a fixed part of one', () => {
    expect(shown('<Menu />')).toBe('one')
    expect(shown('<div><Menu open={open}><b /></Menu></div>')).toBe('one')
    expect(shown('<Frame top={<Menu />} />')).toBe('one')
    expect(inPage('export const Page = () => <Menu />')).toBe('one')
    expect(inPage('export class Page extends Component { render() { return <Menu /> } }')).toBe('one')
    expect(inPage('function Inner() { return <Menu /> }\nexport function Page() { return <Inner /> }')).toBe('one')
    expect(inPage('export function Page() { const menu = useMemo(() => <Menu />, []); return menu }')).toBe('one')
    expect(inPage('export function Page() { const renderMenu = () => <Menu />; return renderMenu() }')).toBe('one')
  })

  test('is many where it comes and goes', () => {
    for (const jsx of [
      '{open && <Menu />}', '{open ? <Menu /> : null}', '{open ? null : <Menu />}', '{open ?? <Menu />}', '{list.map((one) => <Menu key={one} />)}',
      '{open && <div><Menu /></div>}', '<Route path="/" element={<Menu />} />', '<Route path="/a" component={Menu} />', '<Route exact path="/" component={Menu} />', '<Route exact path="/" render={() => <Menu />} />',
      '<Suspense fallback={<Menu />} />', '<Route path="/"><Menu /></Route>', '<Show when={open}><Menu /></Show>', '<For each={list}>{() => <Menu />}</For>',
      '<p onClick={() => show(<Menu />)} />',
    ]) {
      expect(shown(jsx), jsx).toBe('many')
    }
    expect(inPage('export function Page({ open }) { if (open) return <Menu />; return null }')).toBe('many')
    expect(inPage('export function Page({ open }) { let menu = null; if (open) { menu = <Menu /> } return <p>{menu}</p> }')).toBe('many')
    expect(inPage('export function Page({ kind }) { switch (kind) { case 1: return <Menu />; default: return null } }')).toBe('many')
    expect(inPage("export const routes = createBrowserRouter([{ path: '/', element: <Menu /> }])\nexport const Page = () => <p />")).toBe('many')
    expect(inPage("export const routes = [{ path: '/', component: Menu }]\nexport const Page = () => <p />")).toBe('many')
    expect(inPage('export function Page({ list }) { const all = []; for (const one of list) all.push(<Menu key={one} />); return all }')).toBe('many')
  })

  test('is of unknown number around routes in markup, unless the program leads to where people sign in', () => {
    const around = (jsx: string): Prevalence | null => inPage(`export function Page() { return <main>${jsx}</main> }`, { 'src/leave.js': "router.push('/login')" })
    const frames = ['<Route component={Menu}><Route path="/a" component={A} /></Route>', '<Route element={<Menu />}><Route path="/a" element={<A />} /></Route>', '<Switch><Route path="/a" component={A} /><Route render={() => <Menu />} /></Switch>', '<Route path="/" component={Menu} />', '<Route path="/"><Menu><Switch>{all}</Switch></Menu></Route>']
    for (const jsx of frames) {
      expect(shown(jsx), jsx).toBe('unknown')
      expect(around(jsx), jsx).toBe('unknown') // around all pages
    }
    const ofPart = '<Route path="/a"><Menu><Switch>{all}</Switch></Menu></Route>'
    expect(shown(ofPart)).toBe('unknown')
    expect(around(ofPart)).toBe('many')
    expect(shown('<Route path="/a"><Menu>text</Menu></Route>')).toBe('many')
    expect(inPage('export function Page() { return <Route path="/a" component={Menu} /> }', { 'src/leave.js': '' }), 'nothing leads there').toBe('unknown')
  })

  test('is of unknown number as a screen that navigators keep: of tabs and drawers, and the first of a stack', () => {
    expect(shown('<Tab.Navigator><Tab.Screen name="home" component={Home} /><Tab.Screen name="menu" component={Menu} /></Tab.Navigator>')).toBe('unknown')
    expect(shown('<AppDrawer.Navigator><AppDrawer.Screen name="menu">{() => <Menu />}</AppDrawer.Screen></AppDrawer.Navigator>')).toBe('unknown')
    expect(shown('<Stack.Navigator><Stack.Screen name="menu" component={Menu} /><Stack.Screen name="home" component={Home} /></Stack.Navigator>')).toBe('unknown')
    expect(shown('<Stack.Navigator><Stack.Screen name="home" component={Home} /><Stack.Screen name="menu" component={Menu} /></Stack.Navigator>')).toBe('many')
  })

  test('is of unknown number where what the program may do shows it, unless people turn that on and off', () => {
    const allowed = (name: string, more = ''): Prevalence | null => inPage(`export function Page({ settings }) { const [${name}, set] = useState(false); useEffect(() => set(settings.menu)); const leave = () => set(settings.last); return <main>{${name} && <Menu />}${more}</main> }`)
    expect(allowed('menuEnabled')).toBe('unknown')
    expect(allowed('canEdit')).toBe('unknown')
    expect(allowed('isMenuEnable')).toBe('unknown')
    expect(allowed('cancelled')).toBe('many')
    expect(allowed('menuEnabled', '<input v-model="menuEnabled" />')).toBe('many')
  })

  test('is one where it comes for good', () => {
    expect(shown('{isLoaded && <Menu />}')).toBe('one')
    expect(shown('{isLoaded ? <Menu /> : <p />}')).toBe('one')
    expect(inPage('export function Page({ isLoaded }) { if (isLoaded) return <Menu />; return <p /> }')).toBe('one')
    expect(shown('{isLoaded ? <p /> : <Menu />}')).toBe('unknown')
    expect(inPage('export function Page({ loading }) { if (loading) return <p />; return <Menu /> }')).toBe('one')
    expect(shown('{!isLoaded && <Menu />}')).toBe('unknown')
    expect(shown('{isLoaded || <Menu />}')).toBe('unknown')
  })

  test('is one behind a state that is only ever turned on, or before it is', () => {
    const behind = (state: string, condition: string): Prevalence | null => inPage(`export function Page() { ${state}; return <p>{${condition}}</p> }`)
    const [on, off] = ['const [open, setOpen] = useState(false); run(() => setOpen(true))', 'setOpen(false)']
    expect(behind(on, 'open && <Menu />')).toBe('one')
    expect(behind(on, 'open ? <p /> : <Menu />')).toBe('one')
    expect(behind(on, '!open && <Menu />')).toBe('one')
    expect(behind(on, 'isLoaded && open && <Menu />')).toBe('one')
    expect(behind(on, 'open && other && <Menu />')).toBe('unknown')
    expect(behind(`${on}; ${off}`, 'open && <Menu />')).toBe('many')
    expect(behind(`${on}; setOpen((now) => !now)`, 'open && <Menu />')).toBe('many')
    expect(behind(`${on}; hand(setOpen)`, 'open && <Menu />')).toBe('many')
    expect(behind('const [open] = useState(false)', 'open && <Menu />')).toBe('many')
    const classes = (later: string): Prevalence | null => inPage(`export class Page extends Component { state = { open: false }\nf() { this.setState({ open: ${later} }) }\nrender() { return <p open={open}>{this.state.open && <Menu />}</p> } }`)
    expect(classes('true')).toBe('one')
    expect(classes('!this.state.open')).toBe('many')
  })

  test('is unknown behind a condition that nobody is seen to turn', () => {
    const page = (state: string, condition: string): Prevalence | null => inPage(`export function Page({ kind }) { ${state}; return <p>{${condition} && <Menu />}</p> }`)
    expect(page('', 'kind')).toBe('unknown')
    expect(page('', "platform === 'mac'")).toBe('unknown')
    expect(page('const isWide = useMedia(600)', 'isWide')).toBe('unknown')
    expect(page('const [menu, setMenu] = useState(null); run(() => setMenu(menuOf(kind)))', 'menu')).toBe('unknown')
    expect(page('', 'config.menu')).toBe('unknown')
    expect(page("const [tab, setTab] = useState('a'); run(() => setTab('b'))", "tab === 'b'")).toBe('many')
    expect(page('const [menu, setMenu] = useState(null); run(() => setMenu(kind)); end(() => setMenu(null))', 'menu')).toBe('many')
    expect(page('const [menu, toggle] = useState(false); run(() => toggle((now) => !now))', 'menu')).toBe('many')
    expect(page('', 'kind && kind.isOpen')).toBe('many')
  })

  test('is unknown in the layout of other routes, unless the program itself leads to sign in', () => {
    const route = (more: string, others: Record<string, string> = {}, path = "path: '/a', "): Prevalence | null => inPage(`export const routes = [{ ${path}component: Menu${more} }, { path: '/other', component: Page }]\nexport const Page = () => <p />`, others)
    expect(route('')).toBe('many')
    for (const leaving of ["router.navigate(['/login'])", "this.$router.push({ name: 'Login' })", '<Navigate to="/sign-in" />']) {
      const leave = { 'src/user.jsx': `export const leave = () => ${leaving}` }
      for (const children of [", children: [{ path: 'a', component: Page }]", ", loadChildren: () => import('./pages')"]) {
        expect(route(children, leave), leaving).toBe('many')
        for (const path of ['', "path: '', ", "path: '/', "]) expect(route(children, leave, path), 'around all pages').toBe('unknown')
        expect(inPage(`export const routes = RouterModule.forChild([{ path: '', component: Menu${children} }, { path: 'b', component: Page }])\nexport const Page = () => <p />`, leave), 'around those of a module').toBe('many')
      }
    }
    expect(route(", children: [{ path: 'a', component: Page }]")).toBe('unknown')
    expect(route(", meta: { children: 1 }")).toBe('many')
    const lazy = (more: string): Prevalence | null => prevalence('src/Menu.jsx', 'Menu', {
      ...menu, 'src/routes.js': `export const routes = [{ path: '/', component: () => import('./Menu')${more} }, { path: '/b', component: () => import('./B') }]`,
    })
    expect(lazy('')).toBe('many')
    expect(lazy(", meta: { title: 'a' }, children: [{ path: 'c', component: C }]")).toBe('unknown')
  })

  test('is what is taken of a file that is loaded, and no other part of it', () => {
    const loaded = (name: string): Prevalence | null => prevalence('src/parts.jsx', name, {
      ...otherRoute, 'src/parts.jsx': 'export function Menu() { return <nav /> }\nexport function start() { createRoot(root).render(<Menu />) }', 'src/main.js': "import('./parts').then(({ start }) => start())",
    })
    expect(loaded('Menu')).toBe('one')
    expect(prevalence('src/Menu.jsx', 'Menu', { ...menu, 'src/Page.jsx': "const { Menu } = await import('./Menu')\nexport const Page = ({ open }) => open && <Menu />" })).toBe('many')
  })

  test('is followed through classes of old, and modules of CommonJS', () => {
    const old = (own: string, other: string): Prevalence | null => prevalence('src/Menu.js', null, {
      'src/Menu.js': own, 'src/Page.js': other, 'src/main.js': "var Page = require('./Page')\nReactDOM.render(<Page />, root)",
    })
    const own = 'var Menu = React.createClass({ render: function () { return <nav /> } })\nmodule.exports = Menu'
    expect(old(own, "var Menu = require('./Menu')\nvar Page = createReactClass({ render: function () { return <Menu /> } })\nmodule.exports = Page")).toBe('one')
    expect(old(own, "var Menu = require('./Menu')\nvar Page = createReactClass({ render: function () { return this.state.open && <Menu /> } })\nmodule.exports = Page")).toBe('many')
    expect(old(own, 'module.exports = 1')).toBe('unused')
  })

  test('is many where one of its places is', () => {
    expect(shown('<Menu />{open && <Menu />}')).toBe('many')
    expect(inPage('export const Page = () => <Menu />', { 'src/Other.jsx': "import { Menu } from './Menu'\nimport { Page } from './Page'\nexport const Other = () => <><Menu />{open && <Page />}</>" })).toBe('many')
    expect(inPage('export const Page = () => <Menu />', { 'src/routes.jsx': "import { Menu } from './Menu'\nexport const routes = [{ path: '/', element: <Menu /> }]" })).toBe('many')
  })

  test('that is a fixed part twice is no more with time', () => {
    expect(shown('<Menu /><Menu />')).toBe('one')
    expect(prevalence('src/Menu.jsx', 'Menu', {
      ...menu,
      'src/main.jsx': "import { Top } from './Top'\nimport { Bottom } from './Bottom'\nrender(<><Top /><Bottom /></>, root)",
      'src/Top.jsx': "import { Menu } from './Menu'\nexport const Top = () => <Menu />",
      'src/Bottom.jsx': "import { Menu } from './Menu'\nexport const Bottom = () => <Menu />",
    })).toBe('one')
  })

  test('is unused where nothing places it', () => {
    expect(inPage("import { Menu as Bar } from 'menu'\nexport const Page = () => <p />")).toBe('unused')
    expect(prevalence('src/Menu.jsx', 'Menu', { ...menu, ...main, 'src/Page.jsx': 'export const Page = () => <p />' })).toBe('unused')
    expect(inPage('// <Menu />\nexport const Page = () => <p>Menu</p>')).toBe('unused')
    expect(inPage('/* createRoot(root).render(<Menu />) */\nexport const Page = () => <p title="Menu" />')).toBe('unused')
    expect(inPage('let menu: Menu; let other: typeof Menu; let all: Array<Menu>\nexport const Page = () => <p />')).not.toBe('one')
    expect(prevalence('src/Menu.tsx', 'Menu', { 'src/Menu.tsx': 'export function Menu() { return <nav /> }', 'src/page.tsx': "import type { Menu } from './Menu'\nlet all: Menu[]" })).toBe('unused')
  })

  test('is unknown where it may not be there, but many in many', () => {
    const early = 'export function Page({ open }) { if (!open) return null; return <Menu /> }'
    expect(inPage(early)).toBe('unknown')
    expect(shown('<List item={() => <Menu />} />')).toBe('unknown')
    expect(shown('<List>{() => <Menu />}</List>')).toBe('unknown')
    expect(inPage('export const Page = () => { const open = () => { modal.show(<Menu />) }; return <p ref={open} /> }')).toBe('unknown')
    expect(inPage(early, { 'src/main.jsx': "import { Page } from './Page'\ncreateRoot(root).render(<p>{open && <Page />}</p>)" })).toBe('many')
  })

  test('is unknown where all that a file exports has one name', () => {
    expect(inPage('', { 'src/Page.jsx': "import * as menus from './Menu'\nexport const Page = () => <menus.Menu />" })).toBe('unknown')
    expect(inPage('', { 'src/Page.jsx': "import * as menus from './Menu'\nexport const Page = () => <menus.Bar />" })).toBe('unused')
  })

  test('is unknown where it is handed on', () => {
    expect(inPage('export const Page = () => hand(Menu)')).toBe('unknown')
    expect(inPage('export const Page = () => openMenu(Menu)')).toBe('many')
    expect(inPage('export const Page = () => Modal.createDialog(Menu, {})')).toBe('many')
    expect(inPage('export const all = { menu: Menu }\nexport const Page = () => <p />')).toBe('unknown')
    expect(inPage('const Any = Menu\nexport const Page = () => <Any />')).toBe('unknown')
  })

  test('is followed through calls that wrap it, and through default exports', () => {
    const wrapped = (own: string, imported: string, name = 'Menu'): Prevalence | null => prevalence('src/Menu.jsx', name, {
      ...main, 'src/Menu.jsx': own, 'src/Page.jsx': `${imported} './Menu'\nexport const Page = () => <Menu />`,
    })
    expect(wrapped('export default function Menu() { return <nav /> }', 'import Menu from')).toBe('one')
    expect(wrapped('function Menu() { return <nav /> }\nexport default Menu', 'import Menu from')).toBe('one')
    expect(wrapped('function Menu() { return <nav /> }\nexport { Menu as default }', 'import Menu from')).toBe('one')
    expect(wrapped('function Menu() { return <nav /> }\nexport { Menu }', 'import { Menu } from')).toBe('one')
    expect(wrapped('const Menu = () => <nav />\nexport default memo(Menu as any)', 'import Menu from')).toBe('one')
    expect(wrapped('const Menu = () => <nav />\nlog(Menu.name)\nexport default memo(Menu)', 'import Menu from')).toBe('one')
    expect(wrapped('class Menu extends Component {}\nexport default connect(map)(Menu)', 'import Menu from')).toBe('one')
    expect(wrapped('const Inner = () => <nav />\nexport const Menu = memo(Inner)', 'import { Menu } from', 'Inner')).toBe('one')
    expect(wrapped('export const Menu = forwardRef(function Menu() { return <nav /> })', 'import { Menu } from')).toBe('one')
    expect(wrapped('export default function () { return <nav /> }', 'import Menu from', 'default')).toBe('one')
    expect(wrapped('function Menu() { return <nav /> }\nexport default function Other() { return <p /> }', 'import Menu from')).toBe('unused')
  })

  test('is followed through files that only export it', () => {
    const barrel = (code: string, from = './parts'): Prevalence | null => prevalence('src/parts/Menu.jsx', 'Menu', {
      ...main, 'src/parts/Menu.jsx': 'export function Menu() { return <nav /> }\nexport default Menu', 'src/parts/index.js': code, 'src/Page.jsx': `import { Menu } from '${from}'\nexport const Page = () => <Menu />`,
    })
    expect(barrel("export * from './Menu'")).toBe('one')
    expect(barrel("export { Menu } from './Menu'")).toBe('one')
    expect(barrel("export { default as Menu } from './Menu'")).toBe('one')
    expect(barrel("import Menu from './Menu'\nexport { Menu }")).toBe('one')
    expect(barrel("export * from './Menu'", '@/parts')).toBe('one')
  })

  test('is many where it is loaded for a route, and followed where it is loaded for a tag', () => {
    const lazily = (body: string): Prevalence | null => prevalence('src/Menu.jsx', 'Menu', { ...main, ...otherRoute, 'src/Menu.jsx': 'export default function Menu() { return <nav /> }', 'src/Page.jsx': body })
    expect(lazily("export const routes = [{ path: '/', lazy: () => import('./Menu') }]")).toBe('many')
    expect(lazily("const Menu = lazy(() => import('./Menu'))\nexport const Page = () => <Route path='/' element={<Menu />} />")).toBe('many')
    expect(lazily("const Menu = lazy(() => import('./Menu'))\nexport const Page = () => <Suspense><Menu /></Suspense>")).toBe('one')
    expect(lazily("const Menu = React.lazy(() => import('./Menu'))\nexport const Page = ({ open }) => open && <Menu />")).toBe('many')
  })

  test('is one as the root that a framework is given', () => {
    expect(shown('<Application root={Menu} />')).toBe('one')
    expect(shown('<Application root={() => <p />} view={Menu} />')).toBe('many')
  })

  test('that places itself is followed to where it starts', () => {
    const own = 'export function Menu({ list }) { return <nav>{list.map((one) => <Menu list={one} />)}</nav> }'
    expect(inPage('export const Page = () => <Menu />', { 'src/Menu.jsx': own })).toBe('many')
    expect(inPage('export const Page = () => <Menu />', { 'src/Menu.jsx': 'export function Menu() { return <nav><Menu /></nav> }' })).not.toBe('one')
  })

  test('in a circle of components is not followed for ever', () => {
    const circle = { 'src/A.jsx': "import { B } from './B'\nexport const A = () => <B />", 'src/B.jsx': "import { A } from './A'\nexport const B = () => <A />" }
    expect(prevalence('src/A.jsx', 'A', circle)).not.toBe('one')
    expect(prevalence('src/B.jsx', 'B', { ...circle, 'src/main.jsx': "import { A } from './A'\ncreateRoot(root).render(<A />)" })).not.toBe('unused')
  })

  test('is called as its framework places it', () => {
    const next = { 'package.json': manifest('next') }
    const page = (file: string): Prevalence | null => prevalence(file, 'default', { ...next, 'pages/help.tsx': '', [file]: 'export default function () { return <p /> }' })
    expect(page('pages/_app.tsx')).toBe('one')
    expect(page('app/layout.tsx')).toBe('one')
    expect(page('src/app/layout.tsx')).toBe('one')
    expect(page('pages/index.tsx')).toBe('many')
    expect(page('pages/blog/[id].tsx')).toBe('many')
    expect(page('app/page.tsx')).toBe('many')
    expect(page('app/blog/page.tsx')).toBe('many')
    expect(page('app/blog/layout.tsx')).toBe('many')
    expect(prevalence('src/App.jsx', 'App', {})).toBe('one')
    expect(prevalence('src/App.jsx', 'Apple', {})).toBe('unused')
  })

  test('as a page comes and goes where something leads to others', () => {
    const page = (files: Record<string, string>): Prevalence | null => prevalence('pages/index.tsx', 'default', { 'package.json': manifest('next'), 'pages/index.tsx': 'export default function () { return <p /> }', 'pages/help.tsx': '', ...files })
    expect(page({})).toBe('many')
    expect(page({ 'src/leave.js': '' })).toBe('unknown')
    expect(page({ 'src/leave.js': '', 'pages/help.tsx': 'export default () => <Link href="/">Home</Link>' })).toBe('many')
    expect(prevalence('pages/index.tsx', 'default', { 'package.json': manifest('next'), 'pages/_error.tsx': '', 'pages/404.tsx': '', 'pages/api/help.ts': '' })).toBe('unknown')
  })

  test('as a page of SvelteKit comes and goes by plain links', () => {
    const page = (link: string): Prevalence | null => prevalence('src/routes/+page.svelte', null, { 'package.json': manifest('@sveltejs/kit'), 'src/routes/help/+page.svelte': link, 'src/leave.js': '' })
    expect(page('<a class="home" href="/">Home</a>')).toBe('many')
    expect(page('<p>Help</p>')).toBe('unknown')
  })

  test('in the layout of all pages is one, in a page many', () => {
    const inside = (file: string): Prevalence | null => prevalence('src/Menu.jsx', 'Menu', {
      ...menu, 'package.json': manifest('next'), 'src/pages/help.tsx': '', [file]: "import { Menu } from '@/Menu'\nexport default function Any() { return <Menu /> }",
    })
    expect(inside('src/app/layout.tsx')).toBe('one')
    expect(inside('src/pages/_app.tsx')).toBe('one')
    expect(inside('src/app/page.tsx')).toBe('many')
    expect(inside('src/pages/index.tsx')).toBe('many')
  })

  test('is unknown where the other file cannot be parsed', () => {
    expect(inPage('export const Page = ( => <Menu />')).toBe('unknown')
  })
})

describe('a hook', () => {
  const hook = { 'src/useSize.js': 'export function useSize() {}' }
  const main = { 'src/main.jsx': "import { Page } from './Page'\ncreateRoot(root).render(<Page />)" }
  const called = (body: string, more: Record<string, string> = {}): Prevalence | null =>
    prevalence('src/useSize.js', 'useSize', { ...hook, ...main, 'src/Page.jsx': `import { useSize } from './useSize'\n${body}`, ...more })

  test('is one where one component calls it, of which there is one', () => {
    expect(called('export function Page() { const size = useSize(); return <p>{size}</p> }')).toBe('one')
    expect(called('export const Page = () => { useSize(); return <p /> }')).toBe('one')
    expect(called('function useAll() { return useSize() }\nexport const Page = () => { useAll(); return <p /> }')).toBe('one')
    expect(called('export const Page = () => { const size = useSize() ?? 0; return <p>{size}</p> }')).toBe('one')
  })

  test('is many where one calls it of which there are many', () => {
    expect(called('const Item = () => { useSize(); return <li /> }\nexport const Page = ({ list }) => list.map((one) => <Item key={one} />)')).toBe('many')
    expect(called('export const Page = () => { useSize(); return <p /> }', { 'src/Dialog.jsx': "import { useSize } from './useSize'\nimport { Page } from './Page'\nexport const Dialog = () => { useSize(); return open && <Page /> }" })).toBe('many')
    expect(called('const Top = () => { useSize(); return <p /> }\nconst End = () => { useSize(); return <p /> }\nexport const Page = () => <>{open && <Top />}<End /></>')).toBe('many')
  })

  test('is unused where it is only exported', () => {
    expect(called("export const Page = () => <p />\nexport { useSize } from './useSize'")).toBe('unused')
  })
})

describe('a component of Vue', () => {
  const main = "import { createApp } from 'vue'\nimport App from './App.vue'\ncreateApp(App).mount('#app')"
  const vue = (template: string, script = ''): string => `<script setup>\n${script}\n</script>\n<template>${template}</template>`
  /** How many there are of a header in the layout of the application. */
  const inLayout = (template: string, { script = "import PageHeader from './PageHeader.vue'", ...more }: Record<string, string> = {}): Prevalence | null =>
    prevalence('src/PageHeader.vue', null, {
      'src/main.js': main, 'src/App.vue': vue('<Layout />', "import Layout from './Layout.vue'"), 'src/Layout.vue': vue(template, script), ...more,
    })

  test('is one as a fixed part of the application, in either spelling', () => {
    expect(inLayout('<div><PageHeader /></div>')).toBe('one')
    expect(inLayout('<div><page-header :title="a > b ? c : d"></page-header></div>')).toBe('one')
    expect(inLayout('<div>\n<br>\n<img src="a.png">\n<PageHeader\n  title="x"\n/>\n</div>')).toBe('one')
    expect(inLayout('<div><p v-if="open">a</p><PageHeader /></div>')).toBe('one')
    expect(inLayout('<div><Icon v-if="open" /><PageHeader /></div>')).toBe('one')
    expect(inLayout('<Frame><template #top><PageHeader /></template></Frame>')).toBe('one')
  })

  test('is many where it, or an element around it, comes and goes', () => {
    expect(inLayout('<PageHeader v-if="open" />')).toBe('many')
    expect(inLayout('<p v-if="open" /><PageHeader v-else />')).toBe('many')
    expect(inLayout('<PageHeader v-for="one in list" :key="one" />')).toBe('many')
    expect(inLayout('<PageHeader v-if="isLoaded" v-for="one in list" :key="one" />')).toBe('many')
    expect(inLayout('<div v-if="open"><p><PageHeader /></p></div>')).toBe('many')
    expect(inLayout('<div\n  v-for="one in list"\n><p><PageHeader /></p></div>')).toBe('many')
    expect(inLayout('<template v-if="open"><PageHeader /></template>')).toBe('many')
  })

  test('is one where it is only hidden, or comes for good', () => {
    expect(inLayout('<PageHeader v-show="open" />')).toBe('one')
    expect(inLayout('<PageHeader v-if="isLoaded" />')).toBe('one')
    expect(inLayout('<div v-if="ready"><PageHeader /></div>')).toBe('one')
    expect(inLayout('<PageHeader v-if="!ready" />')).toBe('unknown')
    expect(inLayout('<p v-if="!ready" /><PageHeader v-else />')).toBe('one')
    expect(inLayout('<p v-if="ready" /><PageHeader v-else />')).toBe('unknown')
    expect(inLayout('<p v-if="!ready" /><p v-else-if="open" /><PageHeader v-else />')).toBe('many')
  })

  test('is one behind what is only ever turned on', () => {
    const script = (later: string): Record<string, string> => ({ script: `import PageHeader from './PageHeader.vue'\nconst shown = ref(false)\nonMounted(() => { ${later} })` })
    expect(inLayout('<PageHeader v-if="shown" />', script('shown.value = true'))).toBe('one')
    expect(inLayout('<p v-if="shown" /><PageHeader v-else />', script('shown.value = true'))).toBe('one')
    expect(inLayout('<PageHeader v-if="shown" />', script('shown.value = other.value')), 'given at one place').toBe('unknown')
    expect(inLayout('<PageHeader v-if="shown" />', script('shown.value = other.value; shown.value = another.value'))).toBe('many')
    expect(inLayout('<PageHeader v-if="shown" />', script('shown.value = other.value; shown.value = null'))).toBe('many')
    expect(inLayout('<PageHeader v-if="shown" />', script('shown.value = window.SHOWN')), 'by what the page was started with').toBe('unknown')
    expect(inLayout('<PageHeader v-if="shown" />', script('shown.value = !shown.value'))).toBe('many')
    expect(inLayout('<PageHeader v-if="shown" />', script('shown.value = true; shown.value = false'))).toBe('many')
    expect(inLayout('<Field v-model="shown" /><PageHeader v-if="shown" />', script('shown.value = true'))).toBe('many')
  })

  test('is unused in comments, and by names that only begin as its own', () => {
    expect(inLayout('<!-- <PageHeader /> --><p>PageHeader</p>')).toBe('unused')
    expect(inLayout('<PageHeaderMenu /><page-header-menu />')).toBe('unused')
  })

  test('is followed through options of components', () => {
    const options = (components: string): string => `import PageHeader from './PageHeader.vue'\nexport default { components: { ${components} } }`
    expect(inLayout('<PageHeader />', { script: options('PageHeader') })).toBe('one')
    expect(inLayout('<p />', { script: options('PageHeader') })).not.toBe('one')
    expect(inLayout('<PageHeader />', { script: "export default { components: { PageHeader: () => import('./PageHeader.vue') } }" })).toBe('one')
    expect(inLayout('<PageHeader v-if="open" />', { script: "export default { components: { PageHeader: () => import('./PageHeader.vue') } }" })).toBe('many')
    expect(inLayout('<page-header />', { script: "export default { components: { 'page-header': () => import('./PageHeader.vue') } }" }), 'by its name in quotes').toBe('one')
    expect(inLayout('<page-header />', { script: "export default { components: { 'page-header': () => ({ component: import('./PageHeader.vue'), loading: Spinner }) } }" }), 'with what is shown until it is there').toBe('one')
    expect(inLayout('<PageHeader v-if="open" />', { script: "const PageHeader = () => ({ component: import('./PageHeader.vue') })" })).toBe('many')
    expect(inLayout('<PageHeader />', { script: "const PageHeader = defineAsyncComponent(() => import('./PageHeader.vue'))" })).toBe('one')
  })

  test('is one in the templates that the page brings, and as the root', () => {
    const started = (code: string): Prevalence | null => prevalence('src/PageHeader.vue', null, { 'src/main.js': `import PageHeader from './PageHeader.vue'\n${code}` })
    expect(started("createApp({ components: { PageHeader } }).mount('#app')")).toBe('one')
    expect(started("new Vue({ el: '#app', components: { PageHeader } })")).toBe('one')
    expect(started("new Vue({ render: (h) => h(PageHeader) }).$mount('#app')")).toBe('one')
    expect(started("createApp(PageHeader).mount('#app')")).toBe('one')
  })

  test('is many where the file that mounts it takes it down again', () => {
    const shown = (code: string): Prevalence | null => prevalence('src/PageHeader.vue', null, { 'src/view.js': `import PageHeader from './PageHeader.vue'\nexport class View { show(el) { ${code} } hide() { this.view.$destroy() } }` })
    expect(shown("this.view = new Vue({ el, components: { PageHeader }, template: '<page-header/>' })")).toBe('many')
    expect(shown('this.view = createApp(PageHeader); this.view.mount(el)')).toBe('many')
    expect(prevalence('src/PageHeader.vue', null, { 'src/main.js': "import PageHeader from './PageHeader.vue'\nconst app = createApp(PageHeader)\napp.mount('#app')\nif (import.meta.hot) import.meta.hot.dispose(() => app.unmount())" }), 'to be replaced as its author edits it').toBe('one')
  })

  test('is found by its name where it is registered for all', () => {
    const everywhere = { 'src/all.js': "import PageHeader from './PageHeader.vue'\nexport default (app) => { app.component('PageHeader', PageHeader) }" }
    expect(inLayout('<PageHeader />', { script: '', ...everywhere })).not.toBe('unused')
    expect(inLayout('<PageHeader v-if="open" />', { script: '', ...everywhere })).toBe('many')
    expect(inLayout('<PageHeader />', { script: '' })).toBe('one')
    expect(inLayout('<PageHeader />', { script: "import PageHeader from 'elsewhere'" })).toBe('unused')
  })

  test('is called as its folder is where its file is the index', () => {
    const files = { 'src/main.js': main, 'src/App.vue': vue('<page-header />', "import PageHeader from './PageHeader/index.vue'") }
    expect(prevalence('src/PageHeader/index.vue', null, files)).toBe('one')
    expect(prevalence('src/PageHeader/index.vue', null, { ...files, 'src/App.vue': vue('<page-header />', "import PageHeader from './PageHeader'") })).toBe('one')
    expect(prevalence('src/PageHeader/index.vue', null, { ...files, 'src/App.vue': vue('<page-header />') })).toBe('one')
  })

  test('is many by a route, unless it is the only one or what routes show is kept alive', () => {
    const routes = (app: string, other = "{ path: '/other', component: Other }", more: Record<string, string> = {}): Prevalence | null => prevalence('src/PageHeader.vue', null, {
      ...more, 'src/main.js': main, 'src/App.vue': vue(app), 'src/router.js': `export const routes = [{ path: '/', component: () => import('./PageHeader.vue') }, ${other}]`,
    })
    expect(routes('<router-view />')).toBe('many')
    expect(routes('<router-view />', "{ path: '*', component: Other }")).toBe('unknown')
    expect(routes('<router-view />', "{ path: '/home', redirect: '/' }")).toBe('unknown')
    expect(routes('<router-view />', "{ path: '', component: () => import('./PageHeader.vue') }"), 'the same path in two tables').toBe('unknown')
    expect(routes('<router-view />', undefined, { 'src/leave.js': '' }), 'where nothing leads from one to another').toBe('unknown')
    expect(routes('<router-view />', undefined, { 'src/leave.js': "router.navigate(['/error-page'])" }), 'or to errors alone').toBe('unknown')
    expect(routes('<router-view />', undefined, { 'src/leave.js': '', 'src/Bar.vue': vue('<RouterLink to="/other">Other</RouterLink>') })).toBe('many')
    expect(routes('<router-view />', undefined, { 'src/leave.js': '', 'src/bar.html': '<a *ngIf="a > b" [routerLink]="[\'/other\']">Other</a>' })).toBe('many')
    expect(routes('<router-view />', undefined, { 'src/leave.js': '', 'src/bar.html': '<a target="_blank" [routerLink]="[\'/other\']">Other</a>' }), 'or to windows of their own').toBe('unknown')
    expect(routes('<keep-alive><router-view /></keep-alive>')).toBe('unknown')
    expect(routes('<KeepAlive :max="3"><RouterView /></KeepAlive>')).toBe('many')
  })

  test('is of unknown number as a page that is opened in a window of its own, by its name', () => {
    const page = (stem: string): Prevalence | null => prevalence(`src/${stem}.vue`, null, { 'src/main.js': main, 'src/App.vue': vue('<router-view />'), ...otherRoute, 'src/router.js': `export const routes = [{ path: '/page', component: () => import('./${stem}.vue') }]` })
    for (const stem of ['CocktailPrintView', 'machine-vnc', 'EmbedPage', 'Signup', 'balance-widgets']) expect(page(stem), stem).toBe('unknown')
    for (const stem of ['SprintView', 'Prints', 'Terminals']) expect(page(stem), stem).toBe('many')
    const byPlace = (file: string): Prevalence | null => prevalence(file, null, { 'package.json': manifest('nuxt'), 'pages/other.vue': '' })
    expect(byPlace('pages/embed/vm.vue')).toBe('unknown')
    expect(byPlace('pages/machines/vm.vue')).toBe('many')
  })

  test('is of unknown number where it is for three routes or more, which keep it, but of those of Angular', () => {
    const routed = (count: number, imports = ''): Prevalence | null => prevalence('src/PageHeader.vue', null, {
      'src/main.js': main, 'src/App.vue': vue('<router-view />'),
      'src/router.js': `${imports}const View = () => import('./PageHeader.vue')\nexport const routes = [${Array.from({ length: count }, (_, at) => `{ path: '/${at}', component: View }`).join(', ')}, { path: '/about', component: About }]`,
    })
    expect(routed(2)).toBe('many')
    expect(routed(3)).toBe('unknown')
    expect(routed(3, "import { Routes } from '@angular/router'\n")).toBe('many')
  })

  test('is many as one of those that a dynamic element shows', () => {
    expect(inLayout('<component :is="PageHeader" />')).toBe('many')
    expect(inLayout('<component :is="kind" />', { script: "import PageHeader from './PageHeader.vue'\nconst kinds = [PageHeader]" })).toBe('unknown')
  })

  test('and what it calls in its script are followed', () => {
    const files = { 'src/main.js': main, 'src/useSize.js': 'export function useSize() {}' }
    expect(prevalence('src/useSize.js', 'useSize', { ...files, 'src/App.vue': vue('<p />', "import { useSize } from './useSize'\nconst size = useSize()") })).toBe('one')
  })
})

describe('a component of Nuxt', () => {
  const inside = (file: string): Prevalence | null => prevalence('components/PageHeader.vue', null, {
    'package.json': manifest('nuxt'), 'pages/help.vue': '', [file]: '<template><PageHeader /></template>',
  })

  test('is one in the default layout, and many in others and in pages', () => {
    expect(inside('app.vue')).toBe('one')
    expect(inside('layouts/default.vue')).toBe('one')
    expect(inside('layouts/wide.vue')).toBe('many')
    expect(inside('pages/index.vue')).toBe('many')
  })

  test('is called by its folders, too', () => {
    const named = (file: string, tag: string): Prevalence | null => prevalence(file, null, { 'package.json': manifest('nuxt'), 'app.vue': `<template><${tag} /></template>` })
    expect(named('components/layout/Header.vue', 'LayoutHeader')).toBe('one')
    expect(named('components/top-bar/wide/Header.vue', 'top-bar-wide-header')).toBe('one')
    expect(named('components/layout/header/index.vue', 'LayoutHeader')).toBe('one')
    expect(named('components/layout/Header.vue', 'OtherHeader')).toBe('unused')
  })
})

describe('a component of Svelte', () => {
  /** How many there are of a menu in the application. */
  const inApp = (markup: string): Prevalence | null => prevalence('src/Menu.svelte', null, {
    'src/main.js': "import App from './App.svelte'\nnew App({ target: document.body })", 'src/App.svelte': `<script>\nimport Menu from './Menu.svelte'\n</script>\n${markup}`,
  })

  test('is one as a fixed part of the application', () => {
    expect(inApp('<main><Menu /></main>')).toBe('one')
    expect(inApp('{#if open}<p>a</p>{/if}<Menu open={() => {}} />')).toBe('one')
    expect(inApp('{#if open}{#each list as one}<p>a</p>{/each}{/if}<Menu />')).toBe('one')
    expect(inApp('{#if isLoaded}<Menu />{/if}')).toBe('one')
    expect(inApp('{#if !isLoaded}<p />{:else}<Menu />{/if}')).toBe('one')
    expect(inApp('<button onclick={() => { open = true }} />{#if open}<Menu />{/if}')).toBe('one')
  })

  test('is many in a block', () => {
    expect(inApp('{#if open}<Menu />{/if}')).toBe('many')
    expect(inApp('{#if open}<p />{:else}<Menu />{/if}')).toBe('many')
    expect(inApp('{#if !isLoaded}<p />{:else if open}<Menu />{/if}')).toBe('many')
    expect(inApp('{#if open}{#if isLoaded}<Menu />{/if}{/if}')).toBe('many')
    expect(inApp('{#if isLoaded}<p />{:else}<Menu />{/if}')).toBe('unknown')
    expect(inApp('{#each list as one (one.id)}<Menu />{/each}')).toBe('many')
    expect(inApp('{#each list as { id }, index}<Menu {id} />{/each}')).toBe('many')
    expect(inApp('{#await load() then it}<Menu />{/await}'), 'what is awaited once').toBe('unknown')
    expect(inApp('<svelte:component this={Menu} />')).toBe('many')
  })

  test('is unused in comments and by longer names', () => {
    expect(inApp('<!-- <Menu /> --><MenuItem />')).toBe('unused')
  })

  test('is one in the layout of all pages of SvelteKit, and many in a page', () => {
    const inside = (file: string, more: Record<string, string> = { 'src/routes/help/+page.svelte': '' }): Prevalence | null => prevalence('src/lib/Menu.svelte', null, {
      'package.json': manifest('@sveltejs/kit'), ...more, [file]: "<script>\nimport Menu from '$lib/Menu.svelte'\n</script>\n<Menu />",
    })
    expect(inside('src/routes/+page.svelte', {}), 'which is the only one').toBe('unknown')
    expect(inside('src/routes/+layout.svelte')).toBe('one')
    expect(inside('src/routes/+page.svelte')).toBe('many')
    expect(inside('src/routes/blog/+layout.svelte')).toBe('many')
    expect(inside('src/routes/(app)/+layout.svelte'), 'around all but the page to sign in, perhaps').toBe('unknown')
    expect(inside('src/routes/(app)/blog/+layout.svelte')).toBe('many')
    expect(inside('src/routes/blog/[id]/+page.svelte')).toBe('many')
  })
})

describe('a custom element', () => {
  const element = { 'src/menu.js': "export class Menu extends HTMLElement {}\ncustomElements.define('my-menu', Menu)" }
  const placed = (files: Record<string, string>): Prevalence | null => prevalence('src/menu.js', 'Menu', { ...element, ...files })
  const page = { 'index.html': '<body><my-app></my-app></body>' }
  const app = (template: string): Record<string, string> => ({ ...page, 'src/app.js': `class MyApp extends LitElement { render() { return html\`${template}\` } }\ncustomElements.define('my-app', MyApp)` })

  test('is one in the page, or as a fixed part of one', () => {
    expect(placed({ 'index.html': '<body><my-menu></my-menu></body>' })).toBe('one')
    expect(placed(app('<my-menu .items=${items}></my-menu>'))).toBe('one')
  })

  test('is many where it comes and goes, and where code makes it', () => {
    expect(placed(app('${open ? html`<my-menu></my-menu>` : null}'))).toBe('many')
    expect(placed(app('${open && html`<my-menu></my-menu>`}'))).toBe('many')
    expect(placed(app('${list.map((one) => html`<my-menu></my-menu>`)}'))).toBe('many')
    expect(placed(app("${tool === 'menu' ? html`<div><p>${text}</p><my-menu></my-menu></div>` : ''}")), 'of what nothing in the file turns, and inside of it').toBe('unknown')
    expect(placed(app("${this.open ? html`<div class=\"${classMap({ wide: this.wide })}\"><my-menu></my-menu></div>` : ''}"))).toBe('many')
    expect(placed(app('${open ? html`<p></p>` : null}<my-menu></my-menu>'))).toBe('one')
    expect(placed({ ...page, 'src/app.js': "document.body.append(document.createElement('my-menu'))" })).toBe('many')
    expect(placed({ ...page, 'src/app.js': "router.setRoutes([{ path: '/', component: 'my-menu' }])" })).toBe('many')
  })

  test('is not known to come and go where functions are given what shows it', () => {
    expect(placed(app('${this.task.render({ pending: () => html`<p></p>`, complete: () => html`<my-menu></my-menu>` })}'))).toBe('unknown')
    expect(placed(app('${when(ready, () => html`<my-menu></my-menu>`)}'))).toBe('one')
    expect(placed(app('${when(open, () => html`<my-menu></my-menu>`)}'))).toBe('many')
  })

  test('is unused where none is placed, and by longer names', () => {
    expect(placed(page)).toBe('unused')
    expect(placed({ 'index.html': '<my-menu-item></my-menu-item>' })).toBe('unused')
    expect(placed({ 'index.html': '<!-- <my-menu></my-menu> -->' })).toBe('unused')
  })
})

describe('a component of Angular', () => {
  const component = (name: string, selector: string, template: string): string => `import { Component } from '@angular/core'\n@Component({\n  selector: '${selector}',\n  ${template}\n})\nexport class ${name} {}`
  const files = {
    'src/index.html': '<body><app-root></app-root></body>',
    'src/app.component.ts': component('AppComponent', 'app-root', "templateUrl: './app.component.html'"),
    'src/app.module.ts': "import { MenuComponent } from './menu.component'\nimport { AppComponent } from './app.component'\n@NgModule({ declarations: [AppComponent, MenuComponent], bootstrap: [AppComponent] })\nexport class AppModule {}",
  }
  const inApp = (html: string, { selector = 'app-menu', ...more }: Record<string, string> = {}): Prevalence | null =>
    prevalence('src/menu.component.ts', 'MenuComponent', { ...files, 'src/menu.component.ts': component('MenuComponent', selector, "template: '<nav></nav>'"), 'src/app.component.html': html, ...more })

  test('is one as a fixed part of the root, in a template of its own or in place', () => {
    expect(inApp('<main class="a > b"><app-menu [items]="items" (open)="{ a: 1 }"></app-menu></main>')).toBe('one')
    expect(inApp('{{ title }}<app-menu />')).toBe('one')
    expect(inApp('', { 'src/app.component.ts': component('AppComponent', 'app-root', 'template: `<app-menu></app-menu>`') })).toBe('one')
    expect(inApp('<app-frame></app-frame>', { 'src/frame.ts': component('FrameComponent', 'app-frame', "template: '<app-menu></app-menu>'") })).toBe('one')
    expect(inApp('<app-menu *ngIf="isLoaded"></app-menu>')).toBe('one')
    expect(inApp('@if (isLoaded()) { <app-menu /> }')).toBe('one')
    expect(inApp('@if (open) { <p>{{ a }}</p> }<app-menu />')).toBe('one')
  })

  test('is many by a route, unless the program has a strategy of its own by which routes are kept', () => {
    const routed = (strategy: string): Prevalence | null => inApp('<router-outlet />', { 'src/routes.ts': "import { MenuComponent } from './menu.component'\nexport const routes = [{ path: 'menu', component: MenuComponent }, { path: 'other', component: Other }]", 'src/strategy.ts': strategy })
    expect(routed('')).toBe('many')
    expect(routed('export class Keeping implements RouteReuseStrategy { shouldDetach(route) { return kept.has(route.url) } }')).toBe('unknown')
    expect(routed('export class Fresh implements RouteReuseStrategy { shouldDetach(route: Snapshot): boolean { return false } }')).toBe('many')
  })

  test('is one where the program starts with it', () => {
    expect(prevalence('src/app.component.ts', 'AppComponent', { ...files, 'src/app.component.html': '' })).toBe('one')
    expect(prevalence('src/menu.component.ts', 'MenuComponent', { 'src/menu.component.ts': 'export class MenuComponent {}', 'src/main.ts': "import { MenuComponent } from './menu.component'\nbootstrapApplication(MenuComponent)" })).toBe('one')
  })

  test('is many where it comes and goes, by a route, and in dialogs', () => {
    expect(inApp('<app-menu *ngIf="open"></app-menu>')).toBe('many')
    expect(inApp('<div *ngFor="let one of all"><p><app-menu></app-menu></p></div>')).toBe('many')
    expect(inApp('<ng-template #late><app-menu></app-menu></ng-template>')).toBe('many')
    expect(inApp('@for (one of all; track one.id) { <app-menu /> }')).toBe('many')
    expect(inApp('@if (open) { <p>{{ a }}</p> } @else { <app-menu /> }')).toBe('many')
    expect(inApp('@if (kind) { <p>{{ a }}</p> } @else { <app-menu /> }')).toBe('unknown')
    expect(inApp('', { ...otherRoute, 'src/routes.ts': "import { MenuComponent } from './menu.component'\nexport const routes = [{ path: '', component: MenuComponent }]" })).toBe('many')
    expect(inApp('', { 'src/page.ts': "import { MenuComponent } from './menu.component'\nexport class Page { show() { this.dialog.open(MenuComponent) } }" })).toBe('many')
  })

  test('is unknown where it may not be there', () => {
    expect(inApp('<app-menu *ngIf="user$ | async as user"></app-menu>')).toBe('unknown')
    expect(inApp('<app-menu *appAllowed="role"></app-menu>')).toBe('unknown')
    expect(inApp('<p *ngIf="(check$ | async)?.isOff; else on">Off</p><ng-template #on><app-menu></app-menu></ng-template>'), 'but for a condition').toBe('unknown')
    expect(inApp('<p *ngIf="open; else shut">Open</p><ng-template #shut><app-menu></app-menu></ng-template>')).toBe('many')
  })

  test('is unused where it is only declared, or in comments', () => {
    expect(inApp('<!-- <app-menu></app-menu> --><app-menu-item></app-menu-item>')).toBe('unused')
    expect(inApp('', { 'src/page.ts': "import { MenuComponent } from './menu.component'\nexport class Page { @ViewChild(MenuComponent) menu: MenuComponent }" })).toBe('unused')
    expect(inApp('', { 'src/module.ts': "import { NgModule } from '@angular/core'\nimport { MenuComponent } from './menu.component'\nconst PARTS = [MenuComponent]\n@NgModule({ declarations: [...PARTS] })\nexport class Module {}" })).toBe('unused')
    expect(inApp('', { 'src/accessor.ts': "import { MenuComponent } from './menu.component'\nexport const accessor = { useExisting: forwardRef(() => MenuComponent) }" })).toBe('unused')
  })

  test('is found by attributes', () => {
    expect(inApp('<p appMenu></p>', { selector: '[appMenu]' })).toBe('one')
    expect(inApp('<p [appMenu]="items"></p>', { selector: 'p[appMenu], app-bar' })).toBe('one')
    expect(inApp('<app-bar></app-bar>', { selector: 'p[appMenu], app-bar' })).toBe('one')
    expect(inApp('<p appMenuItem></p><b appMenu></b>', { selector: 'p[appMenu]' })).toBe('unused')
  })
})

describe('what a library exports', () => {
  test('is for others to place', () => {
    const library = { 'package.json': '{ "name": "menu", "exports": "./menu.js" }', 'src/Menu.jsx': 'export const Menu = () => <nav />' }
    expect(prevalence('src/Menu.jsx', 'Menu', library)).toBe('foreign')
    expect(prevalence('src/Menu.jsx', 'Menu', { ...library, 'docs/main.jsx': 'createRoot(root).render(<p />)' })).toBe('foreign')
    expect(prevalence('lib/menu.ts', 'Menu', { 'lib/public-api.ts': "export * from './menu'", 'lib/menu.ts': 'export class Menu {}', 'src/main.ts': 'bootstrapApplication(AppComponent)' })).toBe('foreign')
    const table = { 'src/index.js': "import { Menu } from './Menu'\nconst all = [Menu]\nexport const install = (Vue) => all.forEach((one) => Vue.component(one.name, one))" }
    expect(prevalence('src/Menu.jsx', 'Menu', { ...library, ...table, 'docs/main.jsx': 'createRoot(root).render(<p />)' }), 'registered with others').toBe('foreign')
    expect(prevalence('src/Menu.jsx', 'Menu', { 'src/Menu.jsx': 'export const Menu = () => <nav />', ...table }), 'in an application').toBe('unused')
    expect(prevalence('src/Menu.jsx', 'Menu', { ...library, 'package.json': '{ "name": "menu", "main": "index.js", "unpkg": "dist/menu.js" }' })).toBe('foreign')
    expect(prevalence('src/Menu.jsx', 'Menu', { ...library, 'package.json': '{ "name": "menu-bar", "main": "dist/menu.common.js" }' }), 'built under its name').toBe('foreign')
    expect(prevalence('src/Menu.jsx', 'Menu', { ...library, 'package.json': '{ "name": "desk", "main": "dist/main.js" }' }), 'a program').toBe('unused')
    expect(prevalence('src/Menu.jsx', 'Menu', { ...library, 'docs/main.jsx': "import { Menu } from '../src/Menu'\ncreateRoot(root).render(<Menu />)" })).toBe('one')
  })
})

describe('a class', () => {
  const menu = { 'src/menu.js': 'export class Menu { constructor() {} }' }
  const made = (code: string, more: Record<string, string> = {}): Prevalence | null => prevalence('src/menu.js', 'Menu', { ...menu, 'src/main.js': `import { Menu } from './menu'\n${code}`, ...more })

  test('is one where it is made as the program starts', () => {
    expect(made('const menu = new Menu()')).toBe('one')
    expect(made('export default new Menu()')).toBe('one')
    expect(made('export const menu = enabled ? new Menu() : null')).toBe('one')
    expect(made("window.addEventListener('load', () => { new Menu() })")).toBe('one')
    expect(made('function init() { new Menu() }\ninit()')).toBe('one')
    expect(made('(function () { new Menu() })()')).toBe('one')
    expect(made('(function () { new Menu() }).call(this)')).toBe('one')
    expect(made('load().then(() => { new Menu() })')).toBe('one')
    expect(made('$(function () { new Menu() })')).toBe('one')
    expect(made('window.onload = () => { new Menu() }')).toBe('one')
    expect(prevalence('src/menu.js', 'Menu', { 'src/menu.js': 'class Menu {}\nexport default new Menu()', 'src/main.js': "import menu from './menu'" })).toBe('one')
  })

  test('is one where one makes it of which there is one', () => {
    expect(made('class Page { constructor() { this.menu = new Menu() } }\nnew Page()')).toBe('one')
    expect(made('class Page { menu = new Menu() }\nnew Page()')).toBe('one')
    expect(made('class Page { start() { this.menu = new Menu() } }\nnew Page().start()')).toBe('one')
  })

  test('is many where calls make it', () => {
    expect(made('class Page { open = () => { this.menu = new Menu() } }\nnew Page()')).toBe('many')
    expect(made('class Page { open() { this.menu = new Menu() } }\nnew Page()')).toBe('many')
    expect(made("button.addEventListener('click', () => { new Menu() })")).toBe('many')
    expect(made('for (const one of list) new Menu(one)')).toBe('many')
    expect(made('list.forEach((one) => new Menu(one))')).toBe('many')
    expect(made('const menus = list.map((one) => new Menu(one))')).toBe('many')
    expect(made('class Page { constructor() { new Menu() } }\nlist.forEach((one) => new Page(one))')).toBe('many')
  })

  test('is followed through those that extend it', () => {
    expect(made('class Bar extends Menu {}\nnew Bar()')).toBe('one')
    expect(made('class Bar extends Menu {}\nlist.forEach((one) => new Bar(one))')).toBe('many')
    expect(made('class Bar extends Menu {}')).toBe('unused')
  })

  test('is unknown where a function makes it, and where it is handed on', () => {
    expect(made('export function open() { return new Menu() }')).toBe('unknown')
    expect(made('export const open = () => new Menu()')).toBe('unknown')
    expect(made('container.register(Menu)')).toBe('unknown')
    expect(made("app.get('/', () => { new Menu() })")).toBe('unknown')
    expect(made('button.onclick = () => { new Menu() }')).toBe('unknown')
    expect(made('exports.open = () => { new Menu() }')).toBe('unknown')
    expect(made('export const api = { open() { return new Menu() } }')).toBe('unknown')
  })

  test('is unused where it is only typed, tested or mentioned', () => {
    expect(made('// new Menu()\nexport const title = "new Menu()"')).toBe('unused')
    expect(prevalence('src/menu.ts', 'Menu', { 'src/menu.ts': 'export class Menu {}', 'src/main.ts': "import { Menu } from './menu'\nfunction f(menu: Menu): Promise<Menu> { return g<Menu>(menu) }" })).toBe('unused')
  })
})

describe('the search', () => {
  const took = (ask: () => void): number => {
    const start = performance.now()
    ask()
    return performance.now() - start
  }

  test('takes no time for long lines of templates', () => {
    const parts = ['<a ', '<a "', '<!--', '{#if ', 'import a ', '<keep-alive ', "/ '"]
    for (const [file, start] of [['src/Menu.vue', '<template><Menu '], ['src/Menu.svelte', '<Menu ']] as const) {
      const others = parts.map((part, id) => [file.replace('Menu', `Other${id}`), `import Menu from './${file.slice(4)}'\n${start}${part.repeat(400_000 / part.length)}</template>`])
      expect(took(() => prevalence(file, null, Object.fromEntries(others) as Record<string, string>)), file).toBeLessThan(2000)
    }
  })

  test('takes little for many files, and ends in a long chain of parts', () => {
    const filler = 'export function f(a, b) {\n  return a ? b : g("text", a)\n}\n'.repeat(150)
    const files = Object.fromEntries(Array.from({ length: 2000 }, (_, id) => [`src/C${id}.jsx`, `${id < 100 ? `import { C${id + 1} } from './C${id + 1}'\nexport function C${id}() { return <C${id + 1} /> }\n` : ''}${filler}`]))
    const folder = folderOf({ 'package.json': manifest(), ...files })
    const ask = (id: number): Prevalence | null => {
      const project = projectOf(join(folder, 'src/C1.jsx'))
      return project && new Placements(project, parse).prevalenceOf({ file: join(folder, `src/C${id}.jsx`), name: `C${id}` })
    }
    expect(took(() => ask(1000))).toBeLessThan(1500)
    expect(ask(100)).toBe('unknown')
  })

  test('is not lost in code that is nested deeply', () => {
    const sum = `import { Menu } from './Menu'\nx = a${' + b'.repeat(300)}\nconst menu = new Menu()`
    expect(prevalence('src/Menu.js', 'Menu', { 'src/Menu.js': 'export class Menu {}', 'src/main.js': sum })).toBe('one')
  })
})
