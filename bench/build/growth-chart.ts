import type { Built } from './build-once.ts';

const [width, height, margin] = [640, 360, 48];

/** Time against size on two logarithmic scales, as an SVG picture: what grows in proportion runs beside the dashed line. */
export function growthChart(built: readonly Built[]): string {
  const sizes = built.map(({ claims }) => Math.log10(claims));
  const times = built.map(({ time }) => Math.log10(time / 1000));
  const x = scale(Math.min(...sizes), Math.max(...sizes), margin, width - margin);
  const y = scale(Math.min(...times), Math.max(...times, (times[0] ?? 0) + 0.1), height - margin, margin);
  const [firstSize = 0, firstTime = 0] = [sizes[0], times[0]];
  const points = built.map((_, index) => [x(sizes[index] ?? 0), y(times[index] ?? 0)] as const);
  const proportional = sizes.map((size) => `${x(size).toFixed(1)},${y(firstTime + size - firstSize).toFixed(1)}`);
  const labels = built.map(({ claims, time }, index) => {
    const [cx = 0, cy = 0] = points[index] ?? [];
    const text = `${claims.toLocaleString('en')} claims: ${(time / 1000).toFixed(1)} s`;
    const anchor = cx > width / 2 ? 'end' : 'start';
    return `<circle cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="4"/><text x="${cx.toFixed(1)}" y="${(cy - 10).toFixed(1)}" text-anchor="${anchor}">${text}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13">
<title>Time of a build by number of claims</title>
<rect width="${width}" height="${height}" fill="#fff"/>
<polyline points="${proportional.join(' ')}" fill="none" stroke="#999" stroke-dasharray="4 4"/>
<polyline points="${points.map(([cx, cy]) => `${cx.toFixed(1)},${cy.toFixed(1)}`).join(' ')}" fill="none" stroke="#222" stroke-width="2"/>
${labels.join('\n')}
<text x="${margin}" y="${height - 12}" fill="#666">Both scales are logarithmic; the dashed line is growth in proportion.</text>
</svg>
`;
}

function scale(from: number, to: number, start: number, end: number): (value: number) => number {
  return (value) => (to === from ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start));
}
