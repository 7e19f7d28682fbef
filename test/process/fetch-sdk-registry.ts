import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import * as tar from 'tar';

import { ENGINE_PLATFORMS, type EnginePlatform } from '../../lib/native/engine-platform';
import { ENGINE_SOURCE, type EngineLibrary, type EngineSource } from '../../lib/native/engine-source';

/** What the registry does with the next request for the tarball. */
export type TarballBehaviour = 'whole' | 'corrupt' | 'cut' | 'stalled' | 'missing' | 'unavailable';

/** A small package laid out like the vendor's, pinned like the vendor's, with made-up libraries. */
export async function makePackage(folder: string): Promise<{ source: EngineSource; tarball: Buffer }> {
  const libraries = {} as Record<EnginePlatform, EngineLibrary>;
  const files = ['package/package.json'];
  write(
    folder,
    files[0]!,
    JSON.stringify({ name: ENGINE_SOURCE.packageName, version: ENGINE_SOURCE.version }),
  );
  for (const platform of ENGINE_PLATFORMS) {
    const { pathInPackage } = ENGINE_SOURCE.libraries[platform];
    const content = incompressible(pathInPackage, 300_000);
    libraries[platform] = {
      pathInPackage,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    };
    write(folder, `package/${pathInPackage}`, content);
    if (!files.includes(`package/${pathInPackage}`)) files.push(`package/${pathInPackage}`);
  }
  const file = path.join(folder, 'package.tgz');
  await tar.create({ file, cwd: folder, gzip: true, portable: true }, files);
  const tarball = fs.readFileSync(file);
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  return { source: { ...ENGINE_SOURCE, integrity, tarballBytes: tarball.length, libraries }, tarball };
}

function write(folder: string, file: string, content: string | Buffer): void {
  const target = path.join(folder, file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, content);
}

/** The same bytes on every run, which gzip cannot make smaller: the tarball arrives in many chunks. */
function incompressible(seed: string, bytes: number): Buffer {
  const blocks: Buffer[] = [];
  for (let i = 0; i * 64 < bytes; i++) blocks.push(createHash('sha512').update(`${seed} ${i}`).digest());
  return Buffer.concat(blocks, bytes);
}

/** An npm registry on 127.0.0.1 that serves one package, and misbehaves on demand. */
export class FakeRegistry {
  /** `METHOD url` of every request, in order. */
  readonly requests: string[] = [];
  /** The authorization header of each request. */
  readonly authorizations: (string | undefined)[] = [];
  /** How the requests for the tarball are answered, in turn; the last one stays in force. */
  behaviours: TarballBehaviour[] = ['whole'];

  private readonly server: http.Server;
  private release: (() => void)[] = [];

  constructor(
    private readonly source: EngineSource,
    private readonly tarball: Buffer,
  ) {
    this.server = http.createServer((request, response) => this.answer(request, response));
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  /** How often the tarball was asked for. */
  get downloads(): number {
    return this.requests.filter((request) => request.endsWith('.tgz')).length;
  }

  /** Lets stalled downloads go on. */
  resume(): void {
    for (const go of this.release.splice(0)) go();
  }

  private answer(request: http.IncomingMessage, response: http.ServerResponse): void {
    this.requests.push([request.method, request.url].join(' '));
    this.authorizations.push(request.headers.authorization);
    if (request.url?.endsWith('.tgz')) this.answerTarball(response);
    else this.answerPackument(response, `http://${request.headers.host ?? ''}/`);
  }

  /** `base`: this registry as the client addressed it, directly or through a proxy. */
  private answerPackument(response: http.ServerResponse, base: string): void {
    const { packageName: name, version, integrity } = this.source;
    const tarball = `${base}${name}/-/${name}-${version}.tgz`;
    const body = { name, 'dist-tags': { latest: version }, versions: {} as Record<string, unknown> };
    body.versions[version] = { name, version, dist: { tarball, integrity } };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body));
  }

  private answerTarball(response: http.ServerResponse): void {
    const behaviour = this.behaviours.length > 1 ? this.behaviours.shift()! : this.behaviours[0]!;
    const half = this.tarball.subarray(0, this.tarball.length / 2);
    response.setHeader('content-length', this.tarball.length);
    response.setHeader('content-type', 'application/octet-stream');
    switch (behaviour) {
      case 'whole':
        response.end(this.tarball);
        break;
      case 'corrupt': {
        const corrupt = Buffer.from(this.tarball);
        corrupt[corrupt.length - 9]! ^= 0xff;
        response.end(corrupt);
        break;
      }
      case 'cut':
        response.write(half, () => setTimeout(() => response.destroy(), 50));
        break;
      case 'stalled':
        response.write(half);
        this.release.push(() => response.end(this.tarball.subarray(half.length)));
        break;
      case 'missing':
        response.removeHeader('content-length');
        response.writeHead(404).end('{"error":"not found"}');
        break;
      case 'unavailable':
        response.removeHeader('content-length');
        response.writeHead(503).end();
        break;
    }
  }
}
