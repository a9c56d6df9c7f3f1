import { encode } from 'uqr';

/** A QR as a picture; black on white also where the page is dark. */
export const Qr = ({ content, label }: { readonly content: string; readonly label: string }) => {
  const { data, size } = encode(content, { border: 3 });
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path fill="#000" d={data.map(drawRow).join('')} />
    </svg>
  );
};

/** One rectangle for each run of black modules. */
const drawRow = (row: readonly boolean[], y: number): string =>
  row.map((black, x) => (black && !row[x - 1] ? `M${x} ${y}h${lengthFrom(row, x)}v1H${x}z` : '')).join('');

const lengthFrom = (row: readonly boolean[], x: number): number => {
  const end = row.indexOf(false, x);
  return (end < 0 ? row.length : end) - x;
};
