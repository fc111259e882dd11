import type { AstroUserConfig } from 'astro';

/**
 * What a page may load: its own files, styles written into the page (by hash), images as data, and the WebAssembly of the
 * search. Astro writes it into each page as a `meta` element and adds the hashes.
 */
export const contentSecurityPolicy = {
  directives: [
    "default-src 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ],
  scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
  styleDirective: { resources: ["'self'"] },
} satisfies NonNullable<AstroUserConfig['security']>['csp'];
