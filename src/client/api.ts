// How does the browser speak to the server? One typed call per route; refusals are thrown as ProblemError.
import type { ActionInput, ActionKind } from '../contract/action.ts';
import {
  type BodyOf,
  type ParamsOf,
  type QueryOf,
  type ReplyOf,
  ROUTES,
  type RouteName,
} from '../contract/api.ts';
import type { Problem } from '../contract/problem.ts';
import { uuidv7 } from '../domain/kernel/id.ts';
import type { Refusal } from '../domain/kernel/outcome.ts';

type Part<T, K extends string> = [T] extends [never] ? { [P in K]?: never } : { [P in K]: T };
type OptionalPart<T, K extends string> = [T] extends [never] ? { [P in K]?: never } : { [P in K]?: T };
/** What a caller hands over: params and body where the route has them, query where it may. */
export type CallInput<N extends RouteName> = Part<ParamsOf<N>, 'params'> &
  OptionalPart<QueryOf<N>, 'query'> &
  Part<BodyOf<N>, 'body'>;
interface AnyInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** The server said no (or could not be reached: status 0). `refusals` are shown to the person as they are. */
export class ProblemError extends Error {
  readonly status: number;
  readonly refusals: readonly Refusal[];
  constructor(status: number, refusals: readonly Refusal[]) {
    super(refusals.map((refusal) => refusal.message[0]).join('；') || `HTTP ${status}`);
    this.name = 'ProblemError';
    this.status = status;
    this.refusals = refusals;
  }
  find(code: string): Refusal | undefined {
    return this.refusals.find((refusal) => refusal.code === code);
  }
}

const UNREACHABLE: Refusal = {
  code: 'net.unreachable',
  message: [
    '连接不上服务器，内容已保留，请稍后再试',
    'The server cannot be reached; nothing typed is lost, try again',
  ],
};
const UNREADABLE: Refusal = {
  code: 'server.fault',
  message: ['服务器出了差错，请稍后再试', 'The server failed; please try again'],
};

const signedOut = new Set<() => void>();
/** Calls `listener` whenever a reply says the session is over. Returns how to stop. */
export function onSignedOut(listener: () => void): () => void {
  signedOut.add(listener);
  return () => void signedOut.delete(listener);
}

/** A fresh UUIDv7 for a record or an action. */
export function newId(): string {
  return uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

/** The address of a route, for links, downloads and event streams. */
export function urlOf<N extends RouteName>(name: N, input: Omit<CallInput<N>, 'body'>): string {
  const { params = {}, query = {} } = input as AnyInput;
  let path: string = ROUTES[name].path;
  for (const [key, value] of Object.entries(params))
    path = path.replace(`:${key}`, encodeURIComponent(value));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  return search.size > 0 ? `${path}?${search}` : path;
}

/** Calls a route. Throws ProblemError when refused or unreachable; aborts with `signal`. */
export async function call<N extends RouteName>(
  name: N,
  input: CallInput<N>,
  signal?: AbortSignal,
): Promise<ReplyOf<N>> {
  const body = (input as AnyInput).body;
  const init: RequestInit = {
    method: ROUTES[name].method,
    credentials: 'same-origin',
    signal: signal ?? null,
  };
  if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { 'content-type': 'application/json' };
  }
  let response: Response;
  try {
    response = await fetch(urlOf(name, input), init);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ProblemError(0, [UNREACHABLE]);
  }
  if (!response.ok) throw await problemFrom(response, name);
  return (await response.json()) as ReplyOf<N>;
}

async function problemFrom(response: Response, name: RouteName): Promise<ProblemError> {
  const text = await response.text();
  const error = readProblem(response.status, text);
  if (response.status === 401 && name !== 'login' && name !== 'me') for (const tell of signedOut) tell();
  return error;
}

function readProblem(status: number, text: string): ProblemError {
  try {
    const problem = JSON.parse(text) as Partial<Problem>;
    if (Array.isArray(problem.refusals) && problem.refusals.length > 0)
      return new ProblemError(status, problem.refusals);
  } catch {
    // A proxy's page instead of problem+json: say that the server failed.
  }
  return new ProblemError(status, [UNREADABLE]);
}

/** An action as sent: made once per submit, so that sending it again changes nothing twice. */
export interface OutgoingAction {
  readonly id: string;
  readonly kind: ActionKind;
  readonly at: string;
  readonly body: unknown;
}

export function makeAction<K extends ActionKind>(kind: K, body: ActionInput<K>): OutgoingAction {
  return { id: newId(), kind, at: new Date().toISOString(), body };
}

const RETRY_AFTER_MS = [400, 1500];
/** Sends an action; an unreachable server is tried again with the same id. */
export async function sendAction(county: string, action: OutgoingAction): Promise<ReplyOf<'act'>> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await call('act', { params: { county }, body: action });
    } catch (error) {
      const wait = RETRY_AFTER_MS[attempt];
      const passing = error instanceof ProblemError && (error.status === 0 || error.status === 503);
      if (!passing || wait === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** Uploads one file as multipart field `file`; `progress` gets 0…1. (fetch cannot report upload progress.) */
export function uploadTo<N extends 'importUpload' | 'opinionUpload' | 'filePut'>(
  route: N,
  county: string,
  file: File,
  progress: (part: number) => void,
  /** Said before the file, e.g. its hash. */
  said: Readonly<Record<string, string>> = {},
): Promise<ReplyOf<N>> {
  const form = new FormData();
  for (const [name, value] of Object.entries(said)) form.append(name, value);
  form.append('file', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', ROUTES[route].path.replace(':county', county));
    request.upload.onprogress = (event) => progress(event.total > 0 ? event.loaded / event.total : 0);
    request.onerror = () => reject(new ProblemError(0, [UNREACHABLE]));
    request.onload = () => {
      if (request.status < 300) return resolve(JSON.parse(request.responseText) as ReplyOf<N>);
      if (request.status === 401) for (const tell of signedOut) tell();
      reject(readProblem(request.status, request.responseText));
    };
    request.send(form);
  });
}

/** Uploads a workbook to be imported. */
export function upload(
  county: string,
  file: File,
  progress: (part: number) => void,
): Promise<ReplyOf<'importUpload'>> {
  return uploadTo('importUpload', county, file, progress);
}
