// How does a county with no records begin? Three steps, each with its door.
import { Button } from 'antd';
import { Link } from 'react-router';
import { urlOf } from '../../client/api.ts';
import { useText } from '../../client/i18n.ts';
import { useSession } from '../../client/session.tsx';
import { has, mayWrite } from '../../domain/access/access.ts';
import { getKind } from '../../domain/kind.ts';

export function FirstSteps() {
  const text = useText();
  const { county, actor } = useSession();
  return (
    <section className="card steps">
      <h3>{text('first.title')}</h3>
      <p className="sub">{text('first.sub')}</p>
      <ol>
        <li>
          <b>{text('first.template')}</b>
          <span>{text('first.templateHint')}</span>
          <Button href={urlOf('template', { params: { county } })}>{text('first.templateDo')}</Button>
        </li>
        {has(actor, 'import') && (
          <li>
            <b>{text('first.import')}</b>
            <span>{text('first.importHint')}</span>
            <Link to="/import">
              <Button type="primary">{text('first.importDo')}</Button>
            </Link>
          </li>
        )}
        {mayWrite(actor, getKind('campaign')) && (
          <li>
            <b>{text('first.campaign')}</b>
            <span>{text('first.campaignHint')}</span>
            <Link to="/record/campaign?new=1">
              <Button>{text('first.campaignDo')}</Button>
            </Link>
          </li>
        )}
      </ol>
    </section>
  );
}
