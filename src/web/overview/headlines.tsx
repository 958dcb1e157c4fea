// Which six numbers stand first, and how do they compare with last year? Each opens its records.
import { useLanguage, useSay } from '../../client/i18n.ts';
import { getFigure } from '../../domain/figure/catalogue.ts';
import { formatFigure } from '../../domain/figure/format.ts';
import { LastYear } from '../figure/change.tsx';
import { HEADLINES, type Morning } from './morning.ts';

export function Headlines(props: { readonly morning: Morning; readonly open: (figure: string) => void }) {
  return (
    <div className="figs">
      {HEADLINES.filter(({ id }) => props.morning.now.has(id)).map((headline) => (
        <Headline key={headline.id} {...headline} {...props} />
      ))}
    </div>
  );
}

function Headline(props: {
  readonly id: string;
  readonly good: boolean;
  readonly under: readonly string[];
  readonly morning: Morning;
  readonly open: (figure: string) => void;
}) {
  const { id, good, under, morning, open } = props;
  const say = useSay();
  const figure = getFigure(id);
  const now = morning.now.get(id);
  return (
    <div className="fig">
      <button type="button" onClick={() => open(id)}>
        <span>{say(figure.label)}</span>
        <strong>{now ? <FigureNumber id={id} morning={morning} /> : '…'}</strong>
      </button>
      <em>{now && <LastYear now={now} before={morning.before.get(id)} unit={figure.unit} good={good} />}</em>
      {under.length > 0 && (
        <em className="fig-under">
          {under.map((part) => (
            <UnderFigure key={part} id={part} morning={morning} open={open} />
          ))}
        </em>
      )}
    </div>
  );
}

/** Large digits, small unit. */
export function FigureNumber(props: { readonly id: string; readonly morning: Morning }) {
  const language = useLanguage();
  const figure = getFigure(props.id);
  const now = props.morning.now.get(props.id);
  if (!now) return null;
  const text = formatFigure(now, figure.unit, language);
  const parts = /^(约|about |over |CNY |over CNY |about CNY )?([\d.,]+)(.*)$/u.exec(text);
  if (!parts) return <>{text}</>;
  const [, lead, digits = '', unit] = parts;
  const [whole = '', rest] = digits.replaceAll(',', '').split('.');
  return (
    <>
      {lead && <i>{lead}</i>}
      {whole.replace(/\B(?=(\d{3})+$)/g, ',')}
      {rest ? `.${rest}` : ''}
      <i>{unit}</i>
    </>
  );
}

function UnderFigure(props: {
  readonly id: string;
  readonly morning: Morning;
  readonly open: (figure: string) => void;
}) {
  const { id, morning, open } = props;
  const say = useSay();
  const language = useLanguage();
  const figure = getFigure(id);
  const now = morning.now.get(id);
  if (!now) return null;
  return (
    <button type="button" className="as-link" onClick={() => open(id)}>
      {say(figure.label)} {formatFigure(now, figure.unit, language)}
    </button>
  );
}
