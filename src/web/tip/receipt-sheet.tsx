// What does an officer hand to the person who came or called? A receipt on paper.
import { Button } from 'antd';
import { useText } from '../../client/i18n.ts';
import { useSession } from '../../client/session.tsx';
import { groupReceipt } from '../../domain/tip/receipt.ts';
import { usePortalAddress } from './portal-address.ts';
import { Qr } from './qr.tsx';

export function ReceiptSheet(props: {
  readonly no: string;
  readonly receipt: string;
  readonly close: () => void;
}) {
  const text = useText();
  const { countyName } = useSession();
  const { address } = usePortalAddress();
  return (
    <>
      <section className="card tip-receipt">
        <h2>{text('tip.receipt')}</h2>
        <p className="quiet">
          {countyName} · <span className="num">{props.no}</span>
        </p>
        <p>{text('tip.receiptNo')}</p>
        <p className="tip-digits">{groupReceipt(props.receipt)}</p>
        <Qr text={`${address}#check=${props.receipt}`} label={text('tip.receiptNo')} size={180} />
        <p className="num">{address}</p>
        <p className="quiet">{text('tip.receiptHint')}</p>
      </section>
      <p className="no-print tip-buttons">
        <Button type="primary" onClick={() => window.print()}>
          {text('tip.posterPrint')}
        </Button>
        <Button onClick={props.close}>{text('tip.receiptDone')}</Button>
      </p>
    </>
  );
}
