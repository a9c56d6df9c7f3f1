import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { answerAsk, type Backstage } from './answer.ts';
import type { Builds } from './builds.ts';
import type { Certificate } from './certificate.ts';
import { operations } from './faults.ts';
import type { RequestLog } from './requests.ts';
import type { Ask, Row } from './wire.ts';

export interface House extends Backstage {
  readonly builds: Builds;
  readonly requests: RequestLog;
  readonly violations: string[];
  countLoad(): void;
}

type Exchange = { readonly url: URL; readonly request: IncomingMessage; readonly response: ServerResponse };

const TYPES: Readonly<Record<string, string>> = { html: 'text/html; charset=utf-8', js: 'text/javascript' };

export const createWebServer = (house: House, certificate: Certificate): Server =>
  createServer({ ...certificate }, (request, response) => {
    const url = new URL(request.url ?? '/', 'https://web.whatsapp.com');
    answer(house, { url, request, response }).catch((error: unknown) => {
      // A browser that was killed in mid-request broke no rule.
      if (request.complete) house.violations.push(`${request.method} ${url.pathname}: ${String(error)}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });

const answer = async (house: House, exchange: Exchange): Promise<void> => {
  const { url, request, response } = exchange;
  const page = url.searchParams.get('page') ?? '';
  switch (`${request.method} ${url.pathname}`) {
    case 'GET /':
      house.countLoad();
      return serveFile('index.html', house.builds.newest, response);
    case 'GET /service-worker.js':
      return serveFile('service-worker.js', house.builds.newest, response);
    case 'GET /events':
      return openEvents(house, page, url.searchParams.get('build') ?? '', response);
    case 'GET /frozen':
      return house.freezer.hold(page, response);
    case 'POST /ask':
      return takeAsk(house, exchange);
    case 'POST /keep':
      return keepRow(house, exchange);
    case 'POST /violation':
      house.violations.push(await readBody(request));
      response.writeHead(204).end();
      return;
  }
  const [, build, script] = /^\/build\/([\w.]+)\/([a-z-]+\.js)$/.exec(url.pathname) ?? [];
  if (build && script && house.builds.isServed(build)) return serveFile(script, build, response);
  response.writeHead(404).end();
};

/** As the real one: the page itself only names the programs of its build. */
const serveFile = async (name: string, build: string, response: ServerResponse): Promise<void> => {
  const text = await readFile(new URL(`page/${name}`, import.meta.url), 'utf8');
  const body = text.replaceAll('{version}', build);
  response.writeHead(200, { 'content-type': TYPES[name.split('.')[1] ?? ''], 'cache-control': 'no-store' }).end(body);
};

const openEvents = ({ world, builds }: House, page: string, build: string, response: ServerResponse): void => {
  const settings = builds.settingsOf(build);
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  world.pages.open(page, build, response);
  world.pages.push(page, settings);
};

const takeAsk = async (house: House, { request, response }: Exchange): Promise<void> => {
  const ask = JSON.parse(await readBody(request)) as Ask;
  if (!operations.includes(ask.operation)) throw new Error(`unknown operation ${ask.operation}`);
  response.writeHead(204).end();
  answerAsk(house, ask, house.requests.open(ask));
};

const keepRow = async (house: House, { request, response }: Exchange): Promise<void> => {
  const body = await readBody(request);
  const { device, channel, row } = JSON.parse(body) as { device: string; channel: string; row: Row };
  house.world.localRows.keep(device, channel, row);
  response.writeHead(204).end();
};

const readBody = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
};
