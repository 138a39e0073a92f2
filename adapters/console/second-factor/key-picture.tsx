import { encode } from 'uqr';

/** Light modules around the picture, without which readers do not find it (ISO/IEC 18004). */
const BORDER = 4;

/** A text as a QR code. Drawn by attributes alone, so that the strictest policy for styles holds. */
export function KeyPicture(props: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(props.text, { border: BORDER, ecc: 'M' });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg
      class="key-picture"
      viewBox={`0 0 ${size} ${size}`}
      width="240"
      height="240"
      role="img"
      aria-label={props.label}
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={dark.join('')} fill="#000000" shape-rendering="crispEdges" />
    </svg>
  );
}
