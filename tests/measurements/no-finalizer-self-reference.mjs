const freed = []
const registry = new FinalizationRegistry((free) => free())
const free = (handle) => freed.push(handle)

/** An image of some 80 kB, which stands for memory of another program that its handle names. */
class ImageByThis {
  constructor(handle) {
    this.handle = handle
    this.pixels = Array.from({ length: 10_000 }, (_, i) => i)
    registry.register(this, () => free(this.handle))
  }
}

class ImageByParts {
  constructor(handle) {
    this.handle = handle
    this.pixels = Array.from({ length: 10_000 }, (_, i) => i)
    registerImage(this, handle)
  }
}

function registerImage(image, handle) {
  registry.register(image, () => free(handle))
}

const drawAll = (Image) => async (n) => {
  let sum = 0
  for (let i = 0; i < n; i++) {
    sum += new Image(i).pixels.length
    if (i % 100 === 99) await new Promise((resolve) => setTimeout(resolve)) // cleanups run between tasks
  }
  return sum
}

/** @type {import('./runner/measurement-case.ts').MeasurementCase[]} */
export default [
  {
    name: 'images-that-went',
    unit: 'images',
    sizes: [10, 100, 1_000],
    measures: ['retained'],
    before: drawAll(ImageByThis),
    after: drawAll(ImageByParts),
    chart: 'retained',
  },
]
