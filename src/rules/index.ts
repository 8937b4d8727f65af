export { default as 'no-accumulating-copy' } from './no-accumulating-copy.ts'
export { default as 'no-materialized-iteration' } from './no-materialized-iteration.ts'
export { default as 'no-unbounded-argument-spread' } from './no-unbounded-argument-spread.ts'
export { default as 'no-unbounded-collection' } from './no-unbounded-collection.ts'
