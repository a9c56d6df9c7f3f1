import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** No inline script or style, nothing from elsewhere but the pictures of articles. */
export const registerSecurityHeaders = async (app: FastifyInstance, secure: boolean): Promise<void> => {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'https:', 'http:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    // Under `no-referrer`, the usual choice, browsers send forms with `Origin: null`, and none could be told from a forged one.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure ? {} : false,
  });
};
