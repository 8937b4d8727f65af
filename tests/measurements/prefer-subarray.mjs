/** @type {(n: number) => Uint8Array} */
const bytes = (n) => Uint8Array.from({ length: n }, (_, i) => i % 251)

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'part',
    unit: 'bytes',
    sizes: [100_000],
    input: (n) => ({ packet: bytes(n + 4), text: new TextDecoder() }),
    before: ({ packet, text }) => text.decode(packet.slice(4)).length,
    after: ({ packet, text }) => text.decode(packet.subarray(4)).length,
  },
  {
    name: 'sum',
    unit: 'bytes',
    sizes: [100, 10_000, 1_000_000],
    measures: ['allocated', 'peak', 'retained', 'time'],
    input: (n) => bytes(n + 4),
    before(packet) {
      const body = packet.slice(4)
      let sum = 0
      for (let i = 0; i < body.length; i++) sum += body[i]
      return sum
    },
    after(packet) {
      const body = packet.subarray(4)
      let sum = 0
      for (let i = 0; i < body.length; i++) sum += body[i]
      return sum
    },
  },
  {
    name: 'few-bytes',
    unit: 'headers of 4 bytes',
    sizes: [10_000],
    input: bytes,
    before(packet) {
      let sum = 0
      for (let i = 0; i < packet.length; i++) sum += packet.slice(i, i + 4)[0]
      return sum
    },
    after(packet) {
      let sum = 0
      for (let i = 0; i < packet.length; i++) sum += packet.subarray(i, i + 4)[0]
      return sum
    },
  },
  {
    name: 'small-source',
    unit: 'keys of 32 bytes',
    sizes: [10_000],
    before(n) {
      let sum = 0
      for (let i = 0; i < n; i++) sum += new Uint8Array(32).fill(i).slice(16)[0]
      return sum
    },
    after(n) {
      let sum = 0
      for (let i = 0; i < n; i++) sum += new Uint8Array(32).fill(i).subarray(16)[0]
      return sum
    },
  },
  {
    name: 'whole',
    unit: 'bytes',
    sizes: [100_000],
    input: (n) => [bytes(n), bytes(n)],
    before: ([head, body]) => Buffer.concat([Buffer.from(head), Buffer.from(body)]).length,
    after: ([head, body]) => Buffer.concat([head, body]).length,
  },
  {
    name: 'cut',
    unit: 'bytes',
    sizes: [100_000],
    input: (n) => ({ file: bytes(n + 4).buffer, text: new TextDecoder() }),
    before: ({ file, text }) => text.decode(new Uint8Array(file.slice(4))).length,
    after: ({ file, text }) => text.decode(new Uint8Array(file).subarray(4)).length,
  },
]
