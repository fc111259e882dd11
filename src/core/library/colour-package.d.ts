/** The library in one file, which starts five times as fast as its hundred modules; its types are those of the package. */
declare module 'colorjs.io/dist/color.js' {
  export { default } from 'colorjs.io';
}
