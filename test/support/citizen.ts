// How does a test hand in a tip as a phone would? Challenge, work, pieces, seal and receipt, over a real server.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { p256 } from '@noble/curves/nist.js';
import type { FastifyInstance } from 'fastify';
import { hpkeKey, identityInfo, join } from '../../src/domain/tip/hpke.ts';
import type { TipContent, TipIdentity } from '../../src/domain/tip/tip.ts';
import { workText, zeroBits } from '../../src/domain/tip/work.ts';
import { anId, COUNTY } from './office.ts';

export interface Reply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked at field by field
  readonly json: any;
  readonly headers: Record<string, unknown>;
}

export const CONTENT: TipContent = {
  matter: 'net',
  text: '东河湿地南岸芦苇荡里挂了三张粘网，网上有鸟',
  where: { town: '青山镇', address: '东河大桥下游约500米', place: { lng: 106.23, lat: 38.48 } },
  when: { kind: 'now' },
};

/** One citizen's phone at an address of its own. */
export class Phone {
  private readonly server: FastifyInstance;
  readonly address: string;
  readonly county: string;
  constructor(
    server: FastifyInstance,
    address = `10.0.${randomBytes(1)[0]}.${randomBytes(1)[0]}`,
    county = COUNTY,
  ) {
    this.server = server;
    this.address = address;
    this.county = county;
  }

  async ask(
    method: 'GET' | 'POST' | 'PUT' | 'HEAD',
    path: string,
    payload?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const answer = await this.server.inject({
      method,
      url: `/portal/api/${this.county}/${path}`,
      remoteAddress: this.address,
      headers,
      ...(payload === undefined ? {} : { payload: payload as object }),
    });
    let json: unknown = null;
    try {
      json = answer.body ? answer.json() : null;
    } catch {
      json = answer.body;
    }
    return { status: answer.statusCode, json, headers: answer.headers };
  }

  async pass(): Promise<{ token: string; nonce: number }> {
    const { json, status } = await this.ask('GET', 'start');
    if (status !== 200) throw new Error(`start: ${status} ${JSON.stringify(json)}`);
    return solve(json.challenge);
  }

  async piece(
    id: string,
    whole: Buffer,
    from: number,
    until: number,
    more: Record<string, string> = {},
  ): Promise<Reply> {
    const pass = await this.pass();
    return this.ask('PUT', `upload/${id}`, whole.subarray(from, until), {
      'content-type': 'application/octet-stream',
      'upload-offset': String(from),
      'upload-size': String(whole.length),
      'upload-sha256': createHash('sha256').update(whole).digest('hex'),
      'tip-pass': `${pass.token} ${pass.nonce}`,
      ...more,
    });
  }

  async upload(whole: Buffer, id = anId()): Promise<string> {
    const { status, json } = await this.piece(id, whole, 0, whole.length);
    if (status !== 200 || !json.done) throw new Error(`upload: ${status} ${JSON.stringify(json)}`);
    return id;
  }

  /** Body of a tip with a fresh pass. */
  async draft(more: Record<string, unknown> = {}) {
    return {
      id: anId(),
      receipt: randomBytes(32).toString('hex'),
      content: CONTENT,
      files: [],
      pass: await this.pass(),
      ...more,
    };
  }

  async hand(more: Record<string, unknown> = {}): Promise<{ id: string; receipt: string; reply: Reply }> {
    const draft = await this.draft(more);
    return { id: draft.id, receipt: draft.receipt, reply: await this.ask('POST', 'tip', draft) };
  }

  async status(receipt: string): Promise<Reply> {
    return this.ask('POST', 'status', { receipt, pass: await this.pass() });
  }

  /** An identity sealed as the browser seals it, with the browser's own library. */
  async seal(tip: string, identity: TipIdentity) {
    const { json } = await this.ask('GET', 'start');
    return { key: json.key.id, sealed: sealIdentity(json.key.publicKey, this.county, tip, identity) };
  }
}

export function sealIdentity(publicKey: string, county: string, tip: string, identity: TipIdentity): string {
  const recipient = new Uint8Array(Buffer.from(publicKey, 'base64'));
  const secret = p256.utils.randomSecretKey();
  const enc = p256.getPublicKey(secret, false);
  const dh = p256.getSharedSecret(secret, recipient, false).slice(1, 33);
  const hmac = (key: Uint8Array, message: Uint8Array) =>
    new Uint8Array(createHmac('sha256', key).update(message).digest());
  const { key, nonce } = hpkeKey(hmac, dh, enc, recipient, identityInfo(county, tip));
  const sealed = chacha20poly1305(key, nonce).encrypt(new TextEncoder().encode(JSON.stringify(identity)));
  return Buffer.from(join(enc, sealed)).toString('base64');
}

export function solve({ token, bits }: { token: string; bits: number }): { token: string; nonce: number } {
  const id = token.split('.')[3] ?? '';
  for (let nonce = 0; ; nonce++)
    if (zeroBits(createHash('sha256').update(workText(id, nonce)).digest()) >= bits) return { token, nonce };
}
