"""A page in headless Chromium, worked through its own pipe: no driver, no
socket, no network."""

import fcntl
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

PATIENCE = 30  # seconds for one answer

KEYS = {'Tab': 9, 'Escape': 27, 'End': 35, 'Home': 36, 'ArrowLeft': 37,
        'ArrowUp': 38, 'ArrowRight': 39, 'ArrowDown': 40, ' ': 32}
SHIFT = 8


def find():
    """The path of a browser that starts, or None: where it comes as a snap, a
    script of that name says so and does nothing else."""
    for name in ('chromium', 'chromium-browser', 'google-chrome'):
        path = shutil.which(name)
        if path and subprocess.run(
                [path, '--version'], stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                check=False).returncode == 0:
            return path
    return None


def high(descriptor):
    """Out of the way of those that the browser expects."""
    moved = fcntl.fcntl(descriptor, fcntl.F_DUPFD, 10)
    os.close(descriptor)
    return moved


class Page:
    """One tab. What it asks of the network, writes to its console or refuses
    to run is in `told`."""

    def __init__(self, width=1300, height=900):
        self.folder = tempfile.mkdtemp(prefix='clincourse-browser-')
        child_in, self.out = map(high, os.pipe())
        self.into, child_out = map(high, os.pipe())

        def wire():
            os.dup2(child_in, 3)
            os.dup2(child_out, 4)

        self.process = subprocess.Popen(
            [find(), '--headless', '--no-sandbox', '--disable-gpu',
             '--disable-quic', '--no-first-run', '--disable-sync',
             '--disable-background-networking', '--disable-component-update',
             '--disable-dev-shm-usage', '--force-device-scale-factor=1',
             f'--window-size={width},{height}',
             f'--user-data-dir={self.folder}', '--remote-debugging-pipe',
             'about:blank'],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, pass_fds=(3, 4), preexec_fn=wire)
        os.close(child_in)
        os.close(child_out)
        self.number, self.rest, self.told = 0, b'', []
        self.session = None
        target = self.ask('Target.createTarget', url='about:blank')
        self.session = self.ask('Target.attachToTarget', flatten=True,
                                targetId=target['targetId'])['sessionId']
        for domain in ('Page', 'Runtime', 'Log', 'Network'):
            self.ask(domain + '.enable')
        self.ask('Emulation.setDeviceMetricsOverride', width=width,
                 height=height, deviceScaleFactor=1, mobile=False)

    def close(self):
        self.process.terminate()
        self.process.wait()
        os.close(self.out)
        os.close(self.into)
        shutil.rmtree(self.folder, ignore_errors=True)

    def message(self):
        end = time.monotonic() + PATIENCE
        while b'\0' not in self.rest:
            left = end - time.monotonic()
            if left < 0 or not select.select([self.into], [], [], left)[0]:
                raise TimeoutError('the browser does not answer')
            more = os.read(self.into, 1 << 16)
            if not more:
                raise EOFError('the browser is gone')
            self.rest += more
        text, self.rest = self.rest.split(b'\0', 1)
        return json.loads(text)

    def note(self, event):
        """Keeps what a quiet page does not do."""
        method, about = event.get('method'), event.get('params', {})
        if method == 'Network.requestWillBeSent':
            url = about['request']['url']
            if not url.startswith('data:') and url != about['documentURL']:
                self.told.append('asks for ' + url)
        elif method == 'Runtime.consoleAPICalled':
            self.told.append('writes ' + json.dumps(about['args'])[:200])
        elif method == 'Runtime.exceptionThrown':
            details = about['exceptionDetails']
            self.told.append('throws ' + details.get('exception', {}).get(
                'description', details['text'])[:200])
        elif method == 'Log.entryAdded':
            self.told.append('logs ' + about['entry']['text'][:200])
        elif method == 'Page.javascriptDialogOpening':
            self.told.append('opens a dialog')

    def ask(self, method, **about):
        self.number += 1
        question = {'id': self.number, 'method': method, 'params': about}
        if self.session:
            question['sessionId'] = self.session
        os.write(self.out, json.dumps(question).encode() + b'\0')
        while True:
            answer = self.message()
            if answer.get('id') == self.number:
                if 'error' in answer:
                    raise RuntimeError(f'{method}: {answer["error"]}')
                return answer.get('result', {})
            self.note(answer)

    def open(self, path):
        self.told.clear()
        self.ask('Page.navigate', url='file://' + os.path.abspath(path))
        while self.run('document.readyState') != 'complete':
            time.sleep(0.02)

    def run(self, script):
        """The value of an expression in the page."""
        result = self.ask('Runtime.evaluate', expression=script,
                          returnByValue=True, awaitPromise=True)
        if 'exceptionDetails' in result:
            raise RuntimeError(json.dumps(result['exceptionDetails'])[:400])
        return result['result'].get('value')

    def key(self, key, shift=False):
        about = {'key': key, 'modifiers': SHIFT if shift else 0,
                 'windowsVirtualKeyCode': KEYS.get(key, ord(key[0].upper()))}
        if len(key) == 1:
            about['text'] = key
        self.ask('Input.dispatchKeyEvent', type='keyDown', **about)
        self.ask('Input.dispatchKeyEvent', type='keyUp', **about)

    def mouse(self, kind, x, y, **about):
        self.ask('Input.dispatchMouseEvent', type='mouse' + kind, x=x, y=y,
                 **about)
