'use client';
import { encode } from 'uqr';

/** A QR code (ISO/IEC 18004) as a drawing, with the quiet zone of four modules that the standard asks for. */
export const QrPicture = ({ text, name }: { text: string; name: string }) => {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg aria-label={name} className="bt-qr" role="img" shapeRendering="crispEdges" viewBox={`0 0 ${size} ${size}`}>
      <rect fill="#fff" height={size} width={size} />
      <path d={squares.join('')} fill="#000" />
    </svg>
  );
};
