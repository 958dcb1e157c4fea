// What hangs at the market and the village gate? An A4 sheet with the code that opens the portal.
import { Button } from 'antd';
import { Link } from 'react-router';
import { useText } from '../../client/i18n.ts';
import { useSession } from '../../client/session.tsx';
import { useSetting } from '../system/use-setting.ts';
import { Qr } from './qr.tsx';
import './tip.css';

export function TipPoster() {
  const text = useText();
  const { county, countyName } = useSession();
  const { query } = useSetting('tipContact');
  const phone = (query.data?.value as { phone?: string } | null)?.phone;
  const address = `${window.location.origin}/portal/${county}`;
  return (
    <>
      <p className="no-print crumb">
        <Link to="/tip">← {text('tip.title')}</Link>
      </p>
      <p className="no-print tip-buttons">
        <Button type="primary" onClick={() => window.print()}>
          {text('tip.posterPrint')}
        </Button>
        <span className="quiet">{text('tip.posterLocal')}</span>
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
