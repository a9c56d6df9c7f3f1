import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:tls';
import { describe, expect, it } from '@jest/globals';
import { createCertificate } from '../../../support/whatsapp/certificate.ts';

describe('a certificate made without openssl', () => {
  it('is signed by its own key and names the host', () => {
    const certificate = new X509Certificate(createCertificate('web.whatsapp.com').cert);
    expect(certificate.subject).toBe('CN=web.whatsapp.com');
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.serialNumber).not.toBe(new X509Certificate(createCertificate('x').cert).serialNumber);
  });

  it('is good enough for TLS with whoever trusts it', async () => {
    const made = createCertificate('localhost');
    const server = createServer(made, (socket) => socket.end('hello')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', ca: made.cert });
    const [said] = await once(socket, 'data');
    expect(String(said)).toBe('hello');
    socket.destroy();
    server.close();
  });
});
