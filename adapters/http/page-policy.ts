import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** No page of ours needs what a device can see, hear or pay. */
const NOTHING_PERMITTED = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/**
 * Headers of every page: only our own scripts, styles and pictures, nothing inline, and no site may frame them.
 * `framed` is the one path that the sites in `framedBy` (origins) may show in a frame; with none it is like the rest.
 */
export function createPagePolicy(options: {
  readonly secureCookies: boolean;
  readonly framed: string;
  readonly framedBy: readonly string[];
}): RequestHandler {
  const strict = pageHeaders(options.secureCookies, []);
  const framed = pageHeaders(options.secureCookies, options.framedBy);
  return (request, response, next) => (request.path === options.framed ? framed : strict)(request, response, next);
}

function pageHeaders(secureCookies: boolean, framedBy: readonly string[]): RequestHandler {
  const unframed = framedBy.length === 0;
  const helmeted = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: unframed ? ["'none'"] : [...framedBy],
        formAction: ["'self'"],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
      },
    },
    strictTransportSecurity: secureCookies,
    referrerPolicy: { policy: 'same-origin' },
    // The older header knows only our own origin; where other sites may frame, the policy above speaks alone.
    xFrameOptions: unframed ? { action: 'deny' } : false,
  });
  return (request, response, next) => {
    response.set('Permissions-Policy', NOTHING_PERMITTED);
    helmeted(request, response, next);
  };
}
