import rule from '../../src/rules/no-intermediate-array.ts'
import { fixSafety } from './fix-safety.ts'

const options = [{ check: 'all' }]
/** Few enough that the engine compiles nothing in between. */
const few = { xs: 'Array.from({ length: 100 }, (_, i) => ({ id: i }))' }

fixSafety(rule, [
  {
    name: 'tests of elements that nobody can tell apart',
    options,
    code: `function f(...xs) {
      return [
        xs.map((x) => x === null).some((x) => x),
        xs.filter((x) => x !== undefined).every((x) => x !== 1),
        xs.map((x) => typeof x).filter((type) => type !== 'string').reduce((all, type) => (type === 'number' ? 'number' : all), ''),
        xs.filter((x) => x !== 1).filter((x) => x !== null),
        xs.map((x) => typeof x).map((type) => ({ type })),
      ]
    }`,
    inputs: { xs: 'any' },
  },
  {
    name: 'a dense list that is searched with a callback',
    options,
    code: 'function f(x, cb) { const xs = Array.from({ length: 20 }, () => x); xs.push(null); return xs.filter((one) => one !== null).find((one) => cb(one)) }',
    inputs: { x: 'any', cb: 'callback' },
  },
  {
    name: 'a walk with a callback that cannot reach the list',
    options,
    code: `function f(x, cb) {
      const xs = Array.from({ length: 30 }, () => x)
      xs.push(1, null)
      xs.filter((one) => one !== null).map((one) => typeof one).forEach((type) => {
        if (type === 'number') return
        cb(type)
      })
      for (const type of xs.filter((one) => one !== null).map((one) => typeof one)) {
        if (type === 'number') continue
        if (cb(type)) break
      }
    }`,
    inputs: { x: 'any', cb: 'callback' },
    measure: { x: '"a"', cb: '() => 0' },
  },
  {
    name: 'a Set and an array that are filled',
    options,
    code: `function f(...rows) {
      const kinds = new Set(rows.map((x) => typeof x))
      const texts = rows.map((x) => typeof x).filter((type) => type !== 'object').map((type) => [type])
      return [kinds, texts]
    }`,
    inputs: { rows: 'any' },
  },
  {
    name: 'a sparse list of its own',
    options,
    code: 'function f(x) { const xs = [1, , x]; xs.length = 40; return [xs.map((one) => one === x).some((is) => is), xs.filter((one) => one !== x).reduce((last, one) => one, 0), xs.map((one) => one === x).map((is) => !is)] }',
    inputs: { x: 'any' },
  },
  {
    name: 'arrays of arrays made for it',
    options,
    code: 'function f(cb, ...xs) { return xs.map((x) => [x, cb(x)]).flat() }',
    inputs: { cb: 'callback', xs: 'any' },
    measure: { cb: '(x) => x', xs: '1' },
  },
  {
    name: 'callbacks that take turns',
    options,
    code: 'function f(xs, cb) { return xs.map((x) => cb(x)).some((x) => cb(x) === 1) }',
    inputs: { xs: { array: 'any', plain: true, dense: true }, cb: 'callback' },
    suggestion: 'instead',
    differs: ['effects', 'mutation', 'result'],
  },
  {
    name: 'properties, which may be getters',
    options,
    code: 'function f(xs) { return xs.map((x) => x.id).reduce((sum, id) => sum + id, 0) }',
    refuses: 'a getter would run in another order',
  },
  {
    name: 'an array from elsewhere',
    options,
    code: 'function f(xs) { return xs.map((x) => x === 1).some((is) => is) }',
    refuses: 'a subclass has a map of its own',
  },
  {
    name: 'a walk that reads what it writes',
    options,
    code: 'function f(...xs) { let last; xs.filter((x) => x !== last).map((x) => [x]).forEach((x) => { last = x[0] }) }',
    refuses: 'the filter reads what the walk assigns',
  },
  {
    name: 'a list that the walk adds to',
    options,
    code: 'function f(...xs) { xs.filter((x) => x !== 1).map((x) => typeof x).forEach((type) => { xs.push(type) }) }',
    refuses: 'the list would grow as it is walked',
  },
  {
    name: 'an object that may get a prototype',
    options,
    code: 'function f(...rows) { const all = Object.fromEntries(rows.map((x) => [typeof x, x])); return all }',
    refuses: 'assigning __proto__ is not the same',
  },
  {
    name: 'a search that would see holes',
    options,
    code: 'function f(x) { const xs = [1, , x]; xs.length = 40; return xs.filter((one) => one !== 1).find((one) => one === undefined) }',
    refuses: 'find visits holes',
  },
  {
    name: 'few elements that are walked by index',
    options,
    code: 'function f(xs, cb) { const rows = [...xs]; for (const id of rows.filter((x) => x !== null).map((x) => typeof x)) cb(id) }',
    inputs: { xs: 'iterable', cb: 'callback' },
    measure: { ...few, cb: '() => 0' },
  },
])
