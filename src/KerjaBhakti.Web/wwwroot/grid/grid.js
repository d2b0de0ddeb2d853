// The editor's grid: ties the draft, the table, the keys and the server together. Every key is answered here at once; the server follows.

import { formatBlock } from './clipboard.js';
import { Commands } from './commands.js';
import { askCity, askConflict, showKeys } from './dialogs.js';
import { element } from './dom.js';
import { CellEditor } from './editor.js';
import { FindBar } from './findbar.js';
import { attachClipboard, attachMouse } from './gestures.js';
import { LEAVE, press } from './keyboard.js';
import { cellKey, keyOf } from './model.js';
import { Notices } from './notices.js';
import { Selection } from './selection.js';
import { DraftSession, textEdit } from './session.js';
import { Register } from './suggest.js';
import { initials } from './text.js';
import { createToolbar } from './toolbar.js';
import { TableView } from './view.js';

const BADGE_SHOWN = 5000;
const TIP_AFTER = 500;
const SELECT_AFTER = 150;

/** How long the hands must rest before a dialog may take the keyboard, in milliseconds. */
const REST = 800;

const WEIGHTS = ['error', 'warning', 'info'];

export class Grid {
    #container;
    #server;
    #session;
    #view = new TableView();
    #selection;
    #editor;
    #register;
    #notices;
    #toolbar;
    #findBar;
    #frame;
    #empty;
    #findings = new Map();
    #badges = new Map();
    #presence = new Map();
    #listeners = new AbortController();
    #timers = { select: 0, tip: 0, conflict: 0 };
    #selected = '';
    #lastKeyAt = 0;
    #isLeaving = false;
    #isAsking = false;
    #mustOffer = false;

    /**
     * @param {HTMLElement} container  Empty, and left alone by everyone else.
     * @param {{ status?: HTMLElement, user?: string }} options
     */
    constructor(container, server, draft, { status = null, user = null } = {}) {
        this.#container = container;
        this.#server = server;
        this.#register = new Register(draft.kecamatan, draft.cities);
        this.#notices = new Notices(status, {
            retry: () => this.#session.queue.retry(), showConflict: () => this.#askNextConflict(), copyUnsaved: () => this.#copyUnsaved(),
        });
        this.#session = new DraftSession(server, draft, {
            changed: () => this.#refresh(),
            say: text => this.say(text),
            conflicted: () => this.#offerConflict(),
            placeOf: (rowId, month) => this.#nameOf(rowId, month),
            pushed: (key, change) => this.#showBadge(key, change),
        }, user);
        this.#selection = new Selection(this.#session.shown);
        this.#editor = new CellEditor(this.#view, this.#register, {
            commit: (target, text, move) => this.#commit(target, text, move),
            cancel: () => this.focus(),
        });
        this.commands = new Commands(this.#session, this.#selection, {
            say: text => this.say(text),
            spell: text => this.#register.spell(text),
            placeOf: (rowId, month) => this.#nameOf(rowId, month),
            select: block => this.#select(block),
            askCity: (current, count) => this.#asking(() => askCity(container, this.#session.shown.cities, current, count)),
        });
        this.#build();
        this.#view.setMonths(draft.months);
        this.#listen();
        this.#refresh();
        const resumed = this.#session.resume();
        if (resumed > 0) {
            this.say(`${resumed} perubahan dari kunjungan sebelumnya dilanjutkan.`);
        }
    }

    /** Takes up the whole draft anew: rows came, went or moved. */
    load(draft) {
        const months = this.#session.shown.months.map(month => month.key).join();
        this.#register = new Register(draft.kecamatan, draft.cities);
        this.#editor.setRegister(this.#register);
        if (months !== draft.months.map(month => month.key).join()) {
            this.#view.setMonths(draft.months);
        }

        this.#session.load(draft);
    }

    applyChanges(changes) {
        this.#session.applyChanges(changes);
    }

    /** @param {{ severity: string, rowId: string | null, month: string | null, message: string }[]} findings  Those of no row are not shown here. */
    setFindings(findings) {
        this.#findings = Map.groupBy(findings.filter(finding => finding.rowId), finding => cellKey(finding.rowId, finding.month));
        this.#refresh();
    }

    /** Shows where others are. @param {{ name: string, rowId: string, month: string | null }[]} people */
    setPresence(people) {
        this.#presence = new Map(people.map(({ name, rowId, month }) => [cellKey(rowId, month), initials(name)]));
        this.#refresh();
    }

    /** Makes a cell active; with month null the row's label. */
    goTo(rowId, month) {
        const row = this.#session.shown.indexOf(rowId);
        if (row >= 0) {
            this.#editor.commit();
            this.#selection.goTo({ row, column: this.#columnOf(month) });
            this.#moved();
        }
    }

    /** Whether leaving the page would leave something unsaved. */
    isBusy() {
        return this.#session.isUnsaved || this.#editor.isChanged;
    }

    dispose() {
        this.#listeners.abort();
        this.#session.dispose();
        Object.values(this.#timers).forEach(clearTimeout);
        this.#badges.forEach(badge => clearTimeout(badge.timer));
        this.#container.replaceChildren();
    }

    focus() {
        const target = this.#view.activeCell ?? this.#empty.querySelector('button');
        target.focus({ preventScroll: true });
    }

    say(text) {
        this.#notices.say(text);
    }

    // Moving

    move(rowStep, columnStep, { extend = false, toEdge = false } = {}) {
        const start = extend ? this.#selection.head : this.#selection.active;
        // From a merged cell the next one to the right is beyond all months.
        const isMerged = this.#session.shown.rows[start.row].region && columnStep !== 0 && start.column > 0;
        const from = isMerged ? { row: start.row, column: columnStep > 0 ? this.#selection.lastColumn : 1 } : start;
        const to = toEdge
            ? this.#selection.edge(from, rowStep, columnStep)
            : { row: from.row + rowStep, column: from.column + columnStep };
        this.#selection.goTo(to, extend);
        this.#moved();
        this.#sayBlock();
    }

    enter(step) {
        const key = this.#activeKey;
        if (this.#session.conflicts.has(key)) {
            this.#askConflict(key);
        } else {
            this.#selection.enter(step);
            this.#moved();
        }
    }

    tab(step) {
        const active = this.#selection.active;
        if (!this.#selection.isBlock && active.column > 0 && this.#session.shown.rows[active.row].region) {
            this.#selection.goTo({ row: active.row, column: step > 0 ? this.#selection.lastColumn : 1 });
        }

        if (this.#isLeaving || !this.#selection.tab(step)) {
            this.#isLeaving = false;
            return LEAVE;
        }

        this.#moved();
        return undefined;
    }

    page(step, extend) {
        this.move(step * this.#view.rowsInView, 0, { extend });
    }

    goToColumn(end, extend) {
        const { row } = extend ? this.#selection.head : this.#selection.active;
        this.#selection.goTo({ row, column: end === 'first' ? 0 : this.#selection.lastColumn }, extend);
        this.#moved();
        this.#sayBlock();
    }

    goToCorner(end, extend) {
        const { lastRow, lastColumn } = this.#selection;
        this.#selection.goTo(end === 'first' ? { row: 0, column: 0 } : { row: lastRow, column: lastColumn }, extend);
        this.#moved();
        this.#sayBlock();
    }

    selectLines(which) {
        const { top, bottom, left, right } = this.#selection.block;
        const { lastRow, lastColumn } = this.#selection;
        this.#select({
            top: which === 'row' ? top : 0, bottom: which === 'row' ? bottom : lastRow,
            left: which === 'column' ? left : 0, right: which === 'column' ? right : lastColumn,
        });
        this.#sayBlock();
    }

    goToFinding(step) {
        const { shown } = this.#session;
        const places = [...this.#findings.values()].flat()
            .map(finding => ({ finding, row: shown.indexOf(finding.rowId), column: this.#columnOf(finding.month) }))
            .filter(place => place.row >= 0)
            .sort((left, right) => left.row - right.row || left.column - right.column);
        const active = this.#selection.active;
        const isBeyond = place => step * (place.row - active.row || place.column - active.column) > 0;
        const next = (step > 0 ? places : places.toReversed()).find(isBeyond) ?? places.at(step > 0 ? 0 : -1);
        if (next) {
            this.#selection.goTo(next);
            this.#moved();
            this.say(`Temuan ${places.indexOf(next) + 1} dari ${places.length}: ${next.finding.message}`);
        } else {
            this.say('Tidak ada temuan pada tabel.');
        }
    }

    escape() {
        if (this.#selection.isBlock) {
            this.#selection.goTo(this.#selection.active);
            this.#moved();
        } else {
            this.#isLeaving = true;
            this.say('Tekan Tab untuk keluar dari tabel.');
        }

        this.#notices.hideTip();
    }

    focusToolbar() {
        this.#toolbar.focus();
    }

    // Editing

    /** Edits the active cell: with null its content, otherwise afresh. Cells that hold a question ask it instead. */
    edit(value) {
        const { active } = this.#selection;
        const row = this.#session.shown.rows[active.row];
        const key = this.#activeKey;
        if (!this.#session.canEdit) {
            this.say(this.#session.goneMessage ?? 'Rancangan ini hanya dapat dibaca.');
        } else if (this.#session.conflicts.has(key)) {
            this.#askConflict(key);
        } else if (row.region && active.column > 0) {
            this.commands.chooseRegion();
        } else {
            const failed = this.#session.failed.get(key);
            this.#openEditor(failed ? failed.edit.text : null, value);
        }
    }

    addRow() {
        this.commands.addRow();
        if (this.#session.canEdit) {
            this.edit('');
        }
    }

    find(replacing) {
        this.#findBar.open(replacing, this.#session.canEdit);
    }

    showKeys() {
        this.#asking(() => showKeys(this.#container));
    }

    #openEditor(content, value) {
        const { active } = this.#selection;
        const row = this.#session.shown.rows[active.row];
        const month = this.#monthAt(active.column);
        const target = {
            rowId: row.id, month, column: active.column, original: this.#session.shown.textOf(row.id, month), name: this.#nameOf(row.id, month),
        };
        this.#notices.hideTip();
        this.#view.reveal(this.#view.activeCell);
        this.#editor.open(target, value ?? content ?? target.original, value !== null, this.#register.usage(this.#session.shown));
    }

    #commit(target, text, move) {
        const { rowId, month, original } = target;
        const key = cellKey(rowId, month);
        const row = this.#session.shown.row(rowId);
        if (this.#session.conflicts.has(key)) {
            this.#session.resolve(key, text);
        } else if (!row || (row.region && month !== null)) {
            if (text !== original) {
                this.#session.strand(rowId, month, text, target.name);
            }
        } else if (month === null && text === '' && original !== '') {
            this.say('Jabatan tidak boleh kosong. Untuk menghapus baris, pakai Hapus baris.');
        } else {
            this.#session.perform(month === null ? 'ubah jabatan' : text === '' ? 'kosongkan 1 sel' : 'isi 1 sel', [textEdit(rowId, month, original, text)]);
        }

        if (move === 'leave') {
            return;
        }

        if (move === null) {
            this.focus();
        } else if (move === 'down' || move === 'up') {
            this.#selection.enter(move === 'down' ? 1 : -1);
            this.#moved();
        } else if (move === 'next' || move === 'previous') {
            this.#selection.tab(move === 'next' ? 1 : -1);
            this.#moved();
        } else {
            this.move(0, move === 'right' ? 1 : -1);
        }
    }

    // Conflicts

    async #askConflict(key) {
        const conflict = this.#session.conflicts.get(key);
        const answer = await this.#asking(() => askConflict(this.#container, conflict));
        if (!this.#session.conflicts.has(key)) {
            return;
        }

        if (answer === 'mine') {
            this.#session.resolve(key, conflict.mine);
        } else if (answer === 'theirs' || answer === 'drop') {
            this.#session.resolve(key, null);
        } else if (answer === 'copy') {
            await navigator.clipboard.writeText(conflict.mine);
            this.#session.resolve(key, null);
            this.say('Isian Anda disalin.');
        } else if (answer === 'edit') {
            this.goTo(conflict.rowId, conflict.month);
            this.#openEditor(conflict.mine, null);
        } else {
            this.say(`${this.#session.conflicts.size} pertentangan menunggu pilihan Anda.`);
        }
    }

    #askNextConflict() {
        const [key, conflict] = this.#session.conflicts.entries().next().value ?? [];
        if (key) {
            this.goTo(conflict.rowId, conflict.month);
            this.#askConflict(key);
        }
    }

    /** Opens the question once the hands rest, so that no key meant for a cell is swallowed. */
    #offerConflict() {
        this.#mustOffer = true;
        clearTimeout(this.#timers.conflict);
        const wait = () => {
            const rested = performance.now() - this.#lastKeyAt >= REST && !this.#editor.isOpen && !this.#isAsking;
            if (!this.#mustOffer || this.#session.conflicts.size === 0) {
                this.#mustOffer = false;
            } else if (rested) {
                this.#mustOffer = false;
                this.#askNextConflict();
            } else {
                this.#timers.conflict = setTimeout(wait, REST / 2);
            }
        };
        this.#timers.conflict = setTimeout(wait, 0);
    }

    async #asking(question) {
        this.#isAsking = true;
        try {
            return await question();
        } finally {
            this.#isAsking = false;
            this.focus();
        }
    }

    async #copyUnsaved() {
        const lines = this.#session.queue.entries
            .filter(({ edit }) => keyOf(edit) !== null)
            .map(({ edit }) => [this.#nameOf(edit.rowId, edit.month ?? null), edit.text]);
        await navigator.clipboard.writeText(formatBlock(lines));
        this.say(`${lines.length} isian yang belum tersimpan disalin.`);
    }

    // Showing

    #refresh() {
        if (!this.#frame) {
            return;
        }

        const { shown, history, canEdit } = this.#session;
        const hadFocus = this.#view.table.contains(document.activeElement);
        this.#selection.follow(shown);
        this.#view.setReadOnly(!canEdit);
        this.#view.sync(shown, (row, column) => this.#lookOf(row, column));
        this.#view.setSelection(shown, this.#selection.active, this.#selection.block);
        this.#empty.hidden = shown.rows.length > 0;
        if (hadFocus && document.activeElement !== this.#view.activeCell) {
            this.focus();
        }

        this.#toolbar.setEnabled('undo', canEdit && history.canUndo);
        this.#toolbar.setEnabled('redo', canEdit && history.canRedo);
        for (const name of ['remove', 'up', 'down', 'region']) {
            this.#toolbar.setEnabled(name, canEdit && shown.rows.length > 0);
        }

        this.#toolbar.setEnabled('add', canEdit);
        this.#editor.follow();
        this.#notices.showState(this.#session);
        this.#showActive();
    }

    #lookOf(row, column) {
        const month = this.#monthAt(column);
        const key = cellKey(row.id, month);
        const conflict = this.#session.conflicts.get(key);
        const failed = this.#session.failed.get(key);
        const findings = this.#findings.get(key);
        return {
            text: conflict?.mine ?? failed?.edit.text ?? (column === 0 ? row.label : row.region ? row.region.name : row.cells[column - 1]),
            theirs: conflict ? conflict.theirs ?? '' : null,
            finding: findings ? WEIGHTS.find(weight => findings.some(finding => finding.severity === weight)) : null,
            state: conflict ? 'conflict' : failed ? 'failed' : this.#session.pending.has(key) ? 'saving' : null,
            badge: this.#badges.get(key)?.text ?? this.#presence.get(key) ?? null,
        };
    }

    #notesOf(row, column) {
        const key = cellKey(row.id, this.#monthAt(column));
        const conflict = this.#session.conflicts.get(key);
        const failed = this.#session.failed.get(key);
        const notes = (this.#findings.get(key) ?? []).map(finding => ({ severity: finding.severity, text: finding.message }));
        if (failed) {
            notes.unshift({
                severity: 'error', word: 'Tidak tersimpan', text: failed.message, actions: [
                    { text: 'Coba lagi', run: () => this.#session.retryFailed(key) },
                    { text: 'Buang', run: () => this.#session.dropFailed(key) },
                ],
            });
        }

        if (conflict) {
            notes.unshift({
                severity: 'warning', word: 'Pertentangan', text: `Anda menulis '${conflict.mine}', ${conflict.by ?? 'orang lain'} menulis '${conflict.theirs ?? ''}'.`,
                actions: [{ text: 'Pilih', run: () => this.#askConflict(key) }],
            });
        }

        return notes;
    }

    #select(block) {
        this.#selection.follow(this.#session.shown);
        this.#selection.select(block);
        this.#moved();
    }

    /** After the active cell or the selection has moved: shows it, brings it into view, tells the server. */
    #moved() {
        const { shown } = this.#session;
        const { active, head, block, isBlock } = this.#selection;
        this.#view.setSelection(shown, active, block);
        const cell = this.#view.activeCell;
        if (!cell) {
            return;
        }

        this.#view.reveal(isBlock ? this.#view.cellAt(shown.rows[head.row].id, head.column) : cell);
        cell.focus({ preventScroll: true });
        this.#isLeaving = false;
        this.#showActive();
        this.#notices.hideTip();
        clearTimeout(this.#timers.tip);
        this.#timers.tip = setTimeout(() => this.#showTip(cell, active), TIP_AFTER);
        this.#tellServer(shown.rows[active.row].id, this.#monthAt(active.column));
    }

    #showActive() {
        const { active } = this.#selection;
        const row = active && this.#session.shown.rows[active.row];
        const cell = this.#view.activeCell;
        if (!row || !cell) {
            this.#notices.showCell('', '', []);
            return;
        }

        const notes = this.#notesOf(row, active.column);
        const name = active.column === 0 ? 'Jabatan' : row.region ? 'Wilayah' : this.#session.shown.months[active.column - 1].name;
        this.#notices.showCell(`Baris ${active.row + 1}, ${name}`, this.#lookOf(row, active.column).text, notes);
        this.#view.table.querySelector('[aria-describedby]')?.removeAttribute('aria-describedby');
        if (notes.length > 0) {
            cell.setAttribute('aria-describedby', this.#notices.description.id);
        }
    }

    #showTip(cell, { row, column }) {
        const found = this.#session.shown.rows[row];
        const notes = found ? this.#notesOf(found, column) : [];
        if (notes.length > 0 && cell.isConnected && !this.#editor.isOpen && !this.#isAsking) {
            this.#notices.showTip(cell, notes);
        } else {
            this.#notices.hideTip();
        }
    }

    #showBadge(key, { rowId, month = null, text, by }) {
        clearTimeout(this.#badges.get(key)?.timer);
        const timer = setTimeout(() => {
            this.#badges.delete(key);
            this.#refresh();
        }, BADGE_SHOWN);
        this.#badges.set(key, { text: initials(by), timer });
        if (key === this.#activeKey) {
            this.say(`${by} mengubah ${this.#nameOf(rowId, month)} menjadi ${text || '(kosong)'}.`);
        }
    }

    #tellServer(rowId, month) {
        const selected = cellKey(rowId, month);
        if (this.#selected === selected) {
            return;
        }

        this.#selected = selected;
        clearTimeout(this.#timers.select);
        this.#timers.select = setTimeout(async () => {
            try {
                await this.#server.invokeMethodAsync('SelectAsync', rowId, month);
            } catch {
                // The side panel follows the next cell; while the connection is lost the strip says so.
            }
        }, SELECT_AFTER);
    }

    // Building

    #build() {
        const { commands } = this;
        const notices = this.#notices;
        this.#toolbar = createToolbar([
            [
                { name: 'undo', text: 'Batalkan', keys: 'Ctrl+Z', run: () => commands.undo() },
                { name: 'redo', text: 'Ulangi', keys: 'Ctrl+Y', run: () => commands.redo() },
            ],
            [
                { name: 'add', text: 'Tambah baris', keys: 'Alt+Insert', run: () => this.addRow() },
                { name: 'remove', text: 'Hapus baris', keys: 'Alt+Delete', run: () => commands.removeRows() },
                { name: 'up', text: 'Naikkan', keys: 'Alt+↑', run: () => commands.moveRows(-1) },
                { name: 'down', text: 'Turunkan', keys: 'Alt+↓', run: () => commands.moveRows(1) },
                { name: 'region', text: 'Wilayah…', run: () => commands.chooseRegion() },
            ],
            [
                { name: 'find', text: 'Cari', keys: 'Ctrl+F', run: () => this.find(true) },
                { name: 'keys', text: 'Tombol', keys: '?', run: () => this.showKeys() },
            ],
        ], () => this.focus());
        this.#findBar = new FindBar({
            cells: () => this.#session.shown.rows.flatMap((row, index) => [
                { row: index, column: 0, text: row.label },
                ...row.cells.map((text, month) => ({ row: index, column: month + 1, text })),
            ]),
            active: () => this.#selection.active ?? { row: 0, column: 0 },
            show: hit => this.#show(hit),
            replace: (hits, search, replacement) => commands.replace(hits, search, replacement),
            close: () => this.focus(),
        });
        this.#empty = element('div', { class: 'grid-empty', hidden: true },
            element('p', { text: 'Rancangan ini belum mempunyai baris. Setiap baris memuat satu jabatan dan kecamatannya tiap bulan.' }),
            element('button', { class: 'grid-button is-primary', type: 'button', text: 'Tambah baris', onclick: () => this.addRow() }));
        this.#frame = element('div', { class: 'grid-frame' }, this.#view.scroller, this.#empty, this.#editor.input);
        this.#view.table.setAttribute('aria-label', 'Jadwal');
        this.#container.classList.add('draft-grid');
        this.#container.replaceChildren(
            notices.strip, this.#toolbar.bar, this.#findBar.bar, notices.cellBar, this.#frame, notices.footer, this.#editor.list, notices.tip, notices.description);
    }

    #listen() {
        const { signal } = this.#listeners;
        const { table } = this.#view;
        const on = (target, name, listener, options = {}) => target.addEventListener(name, listener, { signal, ...options });
        on(this.#container, 'keydown', () => { this.#lastKeyAt = performance.now(); }, { capture: true });
        for (const target of [table, this.#empty]) {
            on(target, 'keydown', event => {
                if (press(event, this, target === this.#empty)) {
                    event.preventDefault();
                }
            });
        }

        on(table, 'focusin', event => {
            const place = this.#view.placeOf(event.target);
            if (place && event.target !== this.#view.activeCell) {
                this.#selection.goTo({ row: this.#session.shown.indexOf(place.rowId), column: place.column });
                this.#moved();
            } else if (place) {
                this.#tellServer(place.rowId, this.#monthAt(this.#selection.active.column));
            }
        });
        attachMouse(this.#view, {
            press: (rowId, column, extend) => this.#point(rowId, column, extend),
            drag: (rowId, column) => this.#point(rowId, column, true),
            pressRow: (rowId, extend) => {
                this.#point(rowId, 0, extend);
                this.selectLines('row');
            },
            pressHeader: column => {
                if (this.#selection.active) {
                    this.#editor.commit();
                    this.#select({ top: 0, bottom: this.#selection.lastRow, left: column, right: column });
                }
            },
            open: () => this.edit(null),
            hover: (cell, rowId, column) => (cell ? this.#showTip(cell, { row: this.#session.shown.indexOf(rowId), column }) : this.#notices.hideTip()),
        }, signal);
        attachClipboard(table, {
            texts: () => this.commands.selectedTexts(),
            cut: () => this.commands.clear('potong'),
            paste: text => this.commands.paste(text),
        }, signal);
        for (const name of ['online', 'offline']) {
            on(window, name, () => this.#refresh());
        }

        on(window, 'beforeunload', event => {
            if (this.isBusy() && this.#session.goneMessage === null) {
                event.preventDefault();
            }
        });
    }

    #point(rowId, column, extend) {
        this.#editor.commit();
        const row = this.#session.shown.indexOf(rowId);
        const { head } = this.#selection;
        if (row >= 0 && (!extend || head.row !== row || head.column !== column)) {
            this.#selection.goTo({ row, column }, extend);
            this.#moved();
            this.#sayBlock();
        }
    }

    #sayBlock() {
        const { block, isBlock } = this.#selection;
        if (isBlock) {
            this.say(`${block.bottom - block.top + 1} × ${block.right - block.left + 1} sel dipilih`);
        }
    }

    /** Makes a found cell active without taking the focus from the search. */
    #show({ row, column }) {
        this.#selection.goTo({ row, column });
        this.#view.setSelection(this.#session.shown, this.#selection.active, this.#selection.block);
        this.#view.reveal(this.#view.activeCell);
        this.#showActive();
    }

    // Names

    get #activeKey() {
        const { active } = this.#selection;
        return active && cellKey(this.#session.shown.rows[active.row].id, this.#monthAt(active.column));
    }

    #monthAt(column) {
        return column === 0 ? null : this.#session.shown.months[column - 1].key;
    }

    #columnOf(month) {
        return month === null || month === undefined ? 0 : this.#session.shown.monthIndexes.get(month) + 1;
    }

    #nameOf(rowId, month) {
        const { shown } = this.#session;
        const row = shown.row(rowId);
        const name = month === null ? 'Jabatan' : shown.months[shown.monthIndexes.get(month)]?.name ?? month;
        return row ? `Baris ${shown.indexOf(rowId) + 1}, ${row.label || 'tanpa jabatan'}, ${name}` : name;
    }
}
