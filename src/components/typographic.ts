export { typographic } from '../site/typographic.ts';
