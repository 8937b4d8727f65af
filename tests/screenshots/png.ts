import { crc32, deflateSync, inflateSync } from 'node:zlib'

/**
 * The same picture in a quarter of the bytes: its 256 most frequent colours, each other as the nearest of them.
 *
 * @throws {Error} when it is not of 8 bits for each of red, green and blue, as Chromium's opaque pictures are.
 */
export function shrinkPng(png: Buffer): Buffer {
  const header = png.subarray(16, 29)
  const [width, height, depth, colour] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9]]
  if (depth !== 8 || colour !== 2) throw new Error(`Not an opaque picture: ${depth} bits of kind ${colour}`)
  const pixels = unfilter(inflateSync(Buffer.concat(chunks(png, 'IDAT'))), width * 3)
  const colours: number[] = []
  const counts = new Map<number, number>()
  for (let at = 0; at < pixels.length; at += 3) {
    const each = pixels.readUIntBE(at, 3)
    colours.push(each)
    counts.set(each, (counts.get(each) ?? 0) + 1)
  }
  const palette = [...counts].sort(([, a], [, b]) => b - a).slice(0, 256).map(([each]) => each)
  const places = new Map([...counts.keys()].map((each) => [each, nearest(each, palette)]))
  const rows = Buffer.alloc((width + 1) * height) // each begins with a 0: not filtered
  for (const [index, each] of colours.entries()) rows[index + Math.floor(index / width) + 1] = places.get(each)!
  header[9] = 3
  const colourBytes = Buffer.from(palette.flatMap(channels))
  const parts = [chunk('IHDR', header), chunk('PLTE', colourBytes), chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([png.subarray(0, 8), ...parts])
}

function chunks(png: Buffer, wanted: string): Buffer[] {
  const found: Buffer[] = []
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === wanted) found.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  return found
}

function chunk(name: string, data: Buffer): Buffer {
  const [length, check, body] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.concat([Buffer.from(name), data])]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** https://www.w3.org/TR/png-3/#9Filters, with 3 bytes a pixel. */
function unfilter(rows: Buffer, width: number): Buffer {
  const pixels = Buffer.alloc((rows.length / (width + 1)) * width)
  for (let at = 0; at < pixels.length; at++) {
    const [row, x] = [Math.floor(at / width), at % width]
    const left = x < 3 ? 0 : pixels[at - 3]!
    const up = row === 0 ? 0 : pixels[at - width]!
    const corner = x < 3 || row === 0 ? 0 : pixels[at - width - 3]!
    const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, corner)]
    pixels[at] = rows[at + row + 1]! + guesses[rows[row * (width + 1)]!]!
  }
  return pixels
}

function paeth(left: number, up: number, corner: number): number {
  const [byLeft, byUp, byCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}

function nearest(colour: number, palette: readonly number[]): number {
  let [best, least] = [0, Infinity]
  for (const [index, other] of palette.entries()) {
    const there = channels(other)
    const distance = channels(colour).reduce((sum, value, channel) => sum + (value - there[channel]!) ** 2, 0)
    if (distance < least) [best, least] = [index, distance]
  }
  return best
}

function channels(colour: number): [red: number, green: number, blue: number] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255]
}
