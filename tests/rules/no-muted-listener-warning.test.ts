import rule from '../../src/rules/no-muted-listener-warning.ts'
import { testRule } from '../support/rule-tester.ts'

testRule('no-muted-listener-warning', rule, {
  valid: [
    // A limit
    'bus.setMaxListeners(50)',
    'bus.setMaxListeners(rooms.length * 2)',
    'EventEmitter.defaultMaxListeners = 20',
    'bus.setMaxListeners()',
    'const n = bus.getMaxListeners()',
    // Another thing of the same name
    "import { setMaxListeners } from './mine'\nsetMaxListeners(0)",
    'setMaxListeners(0)',
  ],
  invalid: [
    {
      name: 'an emitter',
      code: "import { EventEmitter } from 'node:events'\nconst bus = new EventEmitter()\nbus.setMaxListeners(0)\nbus.on('a', f)\n",
      errors: [
        {
          messageId: 'muted', line: 3, column: 1, endLine: 3, endColumn: 23,
          suggestions: [
            {
              messageId: 'remove',
              output: "import { EventEmitter } from 'node:events'\nconst bus = new EventEmitter()\nbus.on('a', f)\n",
            },
          ],
        },
      ],
    },
    {
      name: 'Infinity, within a chain',
      code: 'const bus = new EventEmitter().setMaxListeners(Infinity)\n',
      errors: [
        {
          messageId: 'muted', line: 1, column: 13, endLine: 1, endColumn: 57,
        },
      ],
    },
    {
      name: 'process, in a function',
      code: 'function quiet() { process.setMaxListeners(0) }\n',
      errors: [
        {
          messageId: 'muted', line: 1, column: 20, endLine: 1, endColumn: 46,
          suggestions: [
            {
              messageId: 'remove',
              output: 'function quiet() {  }\n',
            },
          ],
        },
      ],
    },
    {
      name: 'all emitters',
      code: "const events = require('events')\nevents.EventEmitter.defaultMaxListeners = 0\n",
      errors: [
        {
          messageId: 'muted', line: 2, column: 1, endLine: 2, endColumn: 44,
          suggestions: [
            {
              messageId: 'remove',
              output: "const events = require('events')\n",
            },
          ],
        },
      ],
    },
    {
      name: 'signals',
      code: "import { setMaxListeners } from 'node:events'\nfunction f(signal) {\n  if (signal) setMaxListeners(0, signal)\n}\n",
      errors: [
        {
          messageId: 'muted', line: 3, column: 15, endLine: 3, endColumn: 41,
        },
      ],
    },
    {
      name: 'a comment inside',
      code: 'bus.setMaxListeners(/* many rooms */ 0)\n',
      errors: [
        {
          messageId: 'muted', line: 1, column: 1, endLine: 1, endColumn: 40,
        },
      ],
    },
  ],
})
