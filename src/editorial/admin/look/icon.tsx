import { MarketDrawing } from './market-drawing.tsx';

/** Small sign of the house at the head of every page. */
export const Icon = () => <MarketDrawing size={26} />;
