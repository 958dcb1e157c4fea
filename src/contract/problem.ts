// What does a refusal look like on the wire? problem+json (RFC 9457) with our refusals inside.
import type { Refusal } from '../domain/kernel/outcome.ts';

/** HTTP status of a refusal code, by its exact code or its first word; anything else is 422. */
const STATUS: Record<string, number> = {
  'auth.needed': 401,
  'auth.wrong': 401,
  'auth.slow': 429,
  'access.denied': 403,
  'record.missing': 404,
  'report.missing': 404,
  'import.missing': 404,
  'tip.missing': 404,
  'upload.missing': 404,
  'upload.offset': 409,
  'upload.large': 413,
  'portal.slow': 429,
  'portal.work': 403,
  'route.missing': 404,
  'record.stale': 409,
  'report.stale': 409,
  'opinion.missing': 404,
  'opinion.state': 409,
  'document.unknown': 404,
  'document.stale': 409,
  'step.sameHand': 403,
  'record.ownDoor': 403,
  'reward.missing': 404,
  'reward.none': 404,
  'reward.paid': 409,
  'reward.twice': 409,
  'action.differs': 409,
  'body.large': 413,
  'body.invalid': 400,
  'server.fault': 500,
  'server.busy': 503,
  'server.full': 507,
};

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly refusals: readonly Refusal[];
}

export function problemOf(refusals: readonly Refusal[]): Problem {
  const first = refusals[0];
  return {
    type: `urn:shouye:problem:${first?.code ?? 'unknown'}`,
    title: first?.message[0] ?? '',
    status: STATUS[first?.code ?? ''] ?? 422,
    refusals,
  };
}
