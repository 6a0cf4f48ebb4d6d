import type { I18n } from '@payloadcms/translations';
import { MarketDrawing } from './market-drawing.tsx';

/** Sign of the house on the log-in page. */
export const Logo = ({ i18n }: { i18n: I18n<object, string> }) => (
  <div className="bt-logo">
    <MarketDrawing size={72} />
    <div>
      <span className="bt-logo__name">{i18n.t('studio:brand.name')}</span>
      <span className="bt-logo__line">{i18n.t('studio:brand.line')}</span>
    </div>
  </div>
);
