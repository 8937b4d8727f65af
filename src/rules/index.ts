export { default as 'no-unbounded-argument-spread' } from './no-unbounded-argument-spread.ts'
