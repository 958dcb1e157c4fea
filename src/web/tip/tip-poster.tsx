// What hangs at the market and the village gate? An A4 sheet with the code that opens the portal.
import { Button } from 'antd';
import { Link } from 'react-router';
import { useText } from '../../client/i18n.ts';
import { useSession } from '../../client/session.tsx';
import { usePortalAddress } from './portal-address.ts';
import { Qr } from './qr.tsx';
import './tip.css';

export function TipPoster() {
  const text = useText();
  const { countyName } = useSession();
  const { address, phone, local } = usePortalAddress();
  return (
    <>
      <p className="no-print crumb">
        <Link to="/tip">← {text('tip.title')}</Link>
      </p>
      <p className="no-print tip-buttons">
        <Button type="primary" onClick={() => window.print()}>
          {text('tip.posterPrint')}
        </Button>
        {local && (
          <span className="field-wrong">
            {text('tip.posterLocal')} <Link to="/system/tip-key">{text('tipKey.title')}</Link>
          </span>
        )}
      </p>
      <section className="tip-poster">
        <p className="tip-poster-county">{countyName}</p>
        <h1>{text('tip.posterTitle')}</h1>
        <p className="tip-poster-sub">{text('tip.posterSub')}</p>
        <Qr text={address} label={text('tip.poster')} size={360} />
        <p className="num">{address}</p>
        <p className="tip-poster-items">{text('tip.posterItems')}</p>
        {phone && <p className="tip-poster-phone">{text('tip.posterPhone', { phone })}</p>}
        <p>{text('tip.posterUrgent')}</p>
      </section>
    </>
  );
}
