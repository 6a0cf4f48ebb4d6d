/**
 * The clock tower over the south gate of Bến Thành Market, drawn for this project: finial, two-tiered tiled roof,
 * four-sided clock (one side seen), the low roofs of the hall and the three arches of the gate.
 */
export const MarketDrawing = ({ size }: { size: number }) => (
  <svg aria-hidden="true" className="bt-market" height={size} viewBox="0 0 64 64" width={size}>
    <g className="bt-market__roof">
      <path d="M31.2 3h1.6v6h-1.6z" />
      <path d="M32 7c1.6 5 5 9 11 12.2H21C27 16 30.4 12 32 7z" />
      <path d="M17.5 18.4h29l1.8 3.4H15.7z" />
      <path d="M2 48.5 11.5 41h41L62 48.5z" />
    </g>
    <path
      className="bt-market__walls"
      d="M20.5 22.6h23V41h-23zM32 25.4a6.6 6.6 0 1 0 0 13.2 6.6 6.6 0 0 0 0-13.2zM6 49.5h52V61h-7v-4.5a3.5 3.5 0 0 0-7 0V61h-5.5v-4a6.5 6.5 0 0 0-13 0v4H20v-4.5a3.5 3.5 0 0 0-7 0V61H6z"
      fillRule="evenodd"
    />
    <path className="bt-market__hands" d="M31.3 27.5h1.4v4.1l2.9 1.9-.8 1.2-3.5-2.3z" />
  </svg>
);
