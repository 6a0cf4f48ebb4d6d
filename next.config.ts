import { withPayload } from '@payloadcms/next/withPayload';
import type { NextConfig } from 'next';

// Next asks this variable before it reports anything about an installation to its makers; a city's studio reports nothing.
process.env.NEXT_TELEMETRY_DISABLED = '1';

const nextConfig: NextConfig = {
  poweredByHeader: false,
  devIndicators: false,
  compress: true,
  // Types are checked once, by `npm run check`; a build that repeats it keeps a newcomer waiting.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  serverExternalPackages: [
    '@tus/server',
    '@libsql/client',
    'libsql',
    'mongoose',
    'mongodb',
    'nodemailer',
    'pino',
    'sharp',
  ],
  turbopack: { root: import.meta.dirname },
  // The studio has one face: its front door leads there.
  redirects: async () => [{ source: '/', destination: '/admin', permanent: false }],
  headers: async () => [
    // What one person is told is nobody else's: no cache on the way may keep it. Picture files say so themselves.
    {
      source: '/api/:path((?!images/[^/]+/(?:file|zoom/)).*)',
      headers: [{ key: 'Cache-Control', value: 'private, no-store' }],
    },
    // What may run in an answer is said by the program that holds the connection: src/cli/services/say-policy.ts.
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
        { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
      ],
    },
  ],
};

export default withPayload(nextConfig, { devBundleServerPackages: false });
