// How does a county with no records begin? Three steps, each with its door.
import { Button } from 'antd';
import { urlOf } from '../../client/api.ts';
import { useText } from '../../client/i18n.ts';
import { useSession } from '../../client/session.tsx';
import { has, mayWrite } from '../../domain/access/access.ts';
import { getKind } from '../../domain/kind.ts';
import { LinkButton } from './link-button.tsx';

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
            <LinkButton to="/import" type="primary">
              {text('first.importDo')}
            </LinkButton>
          </li>
        )}
        {mayWrite(actor, getKind('campaign')) && (
          <li>
            <b>{text('first.campaign')}</b>
            <span>{text('first.campaignHint')}</span>
            <LinkButton to="/record/campaign?new=1">{text('first.campaignDo')}</LinkButton>
          </li>
        )}
      </ol>
    </section>
  );
}
