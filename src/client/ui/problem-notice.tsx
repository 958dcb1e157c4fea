// How is a refusal shown? In the person's language, with its article, as a calm red block.
import { Alert, App, Button } from 'antd';
import { useCallback } from 'react';
import { articleLabel } from '../../domain/law/citation.ts';
import { ProblemError } from '../api.ts';
import { useSay, useText } from '../i18n.ts';

/** The refusals of `error`, or that the page failed. `retry` adds a button. */
export function ProblemNotice(props: { readonly error: unknown; readonly retry?: () => void }) {
  const text = useText();
  const say = useSay();
  const { error, retry } = props;
  // Signing in again is asked for over the page.
  if (!error || (error instanceof ProblemError && error.find('auth.needed'))) return null;
  const refusals = error instanceof ProblemError ? error.refusals : [];
  const lines = refusals.map((refusal, index) => (
    <div key={index}>
      {say(refusal.message)}
      {refusal.article && (
        <span className="quiet">
          {' '}
          {text('problem.article', { article: say(articleLabel(refusal.article)) })}
        </span>
      )}
    </div>
  ));
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={lines.length > 0 ? lines : text('problem.unexpected')}
      action={
        retry && (
          <Button size="small" onClick={retry}>
            {text('common.retry')}
          </Button>
        )
      }
    />
  );
}

/** `tell(error)`: a passing message for a refusal that belongs to no field. */
export function useTellProblem(): (error: unknown) => void {
  const { message } = App.useApp();
  const say = useSay();
  const text = useText();
  return useCallback(
    (error: unknown) => {
      const refusals = error instanceof ProblemError ? error.refusals : [];
      const content = refusals.map((refusal) => say(refusal.message)).join('；');
      void message.error(content === '' ? text('problem.unexpected') : content, 6);
    },
    [message, say, text],
  );
}
