/** A page as a browser saves it in one file. */
export function mhtmlOf(
  html: Uint8Array,
  encoding: 'quoted-printable' | 'base64' | '8bit',
  charset: string,
): Uint8Array {
  const head = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.example.gov.cn/a.html\r\nSubject: =?utf-8?Q?=E5=B9=B4=E6=8A=A5?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----MultipartBoundary--x7"\r\n\r\n\r\n------MultipartBoundary--x7\r\nContent-Type: text/html; charset=${charset}\r\nContent-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: https://www.example.gov.cn/a.html\r\n\r\n`;
  const foot =
    '\r\n------MultipartBoundary--x7\r\nContent-Type: text/css\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\np { color: red }\r\n------MultipartBoundary--x7--\r\n';
  return Buffer.concat([Buffer.from(head), encoded(html, encoding), Buffer.from(foot)]);
}

function encoded(bytes: Uint8Array, encoding: string): Buffer {
  if (encoding === '8bit') return Buffer.from(bytes);
  if (encoding === 'base64')
    return Buffer.from(
      (
        Buffer.from(bytes)
          .toString('base64')
          .match(/.{1,76}/g) ?? []
      ).join('\r\n'),
    );
  let line = '';
  const lines: string[] = [];
  for (const byte of bytes) {
    const plain = byte >= 32 && byte < 127 && byte !== 61;
    line += plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (line.length > 72) {
      lines.push(line);
      line = '';
    }
  }
  return Buffer.from([...lines, line].join('=\r\n'));
}
