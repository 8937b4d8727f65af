import rule from '../../src/rules/no-detached-node-retention.ts'
import { fixSafety } from './fix-safety.ts'

const node = '({ createElement: () => ({ remove() {}, append() {} }), body: { append() {} } })'

fixSafety(rule, [
  {
    name: 'an entry is deleted behind its removal',
    code: `const notices = new Map()
    let page
    function show(id) {
      const notice = page.createElement('div')
      notices.set(id, notice)
      page.body.append(notice)
    }
    function close(id) {
      notices.get(id)?.remove()
    }
    export function f(document, ids) {
      page = document
      for (const id of ids) show(id)
      for (const id of ids) close(id)
      keep = [show, close]
      return ids.length
    }
    let keep`,
    inputs: { document: { expressions: [node] }, ids: { array: 'number', plain: true } },
    suggestion: 'release',
    differs: [],
  },
  {
    name: 'a variable is set to null behind the removal',
    code: `let dialog = null
    function open(document) {
      dialog = document.createElement('div')
      document.body.append(dialog)
    }
    function close() {
      dialog?.remove()
    }
    export function f(document, times) {
      for (let i = 0; i < times; i++) {
        open(document)
        close()
      }
      keep = [open, close]
      return times
    }
    let keep`,
    inputs: { document: { expressions: [node] }, times: 'index' },
    suggestion: 'release',
    differs: [],
  },
  {
    name: 'nothing is repaired without being asked',
    code: "let dialog = null; function f(document) { dialog = document.createElement('div') } function close() { dialog.remove() }",
    refuses: 'the rule only suggests',
  },
])
