import type { I18n } from '@payloadcms/translations';
import { MarketDrawing } from '../look/market-drawing.tsx';

/** Name of the house at the head of the menu; it leads to the desk. */
export const NavHead = ({ i18n }: { i18n: I18n<object, string> }) => (
  <a className="bt-nav-head" href="/admin">
    <MarketDrawing size={34} />
    <span>{i18n.t('studio:brand.name')}</span>
  </a>
);
