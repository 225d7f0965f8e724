package org.passerelle.documents.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing run of bytes with the few ways of writing that a PDF needs.
final class Bytes {

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.ISO_8859_1);

    private byte[] data;
    private int size;

    Bytes(int capacity) {
        data = new byte[capacity];
    }

    int size() {
        return size;
    }

    byte[] array() {
        return data;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(data, size);
    }

    Bytes add(int value) {
        room(1);
        data[size++] = (byte) value;
        return this;
    }

    Bytes add(byte[] bytes, int from, int length) {
        room(length);
        System.arraycopy(bytes, from, data, size, length);
        size += length;
        return this;
    }

    Bytes add(byte[] bytes) {
        return add(bytes, 0, bytes.length);
    }

    /// ASCII only.
    Bytes add(String text) {
        int length = text.length();
        room(length);
        for (int i = 0; i < length; i++) data[size++] = (byte) text.charAt(i);
        return this;
    }

    /// A coordinate with at most two decimals.
    Bytes number(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths < 0) {
            add('-');
            hundredths = -hundredths;
        }
        integer(hundredths / 100);
        int rest = (int) (hundredths % 100);
        if (rest != 0) {
            add('.').add('0' + rest / 10);
            if (rest % 10 != 0) add('0' + rest % 10);
        }
        return this;
    }

    Bytes integer(long value) {
        if (value < 0) return add(Long.toString(value));
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) digits++;
        room(digits);
        for (int i = size + digits - 1; i >= size; i--) {
            data[i] = (byte) ('0' + value % 10);
            value /= 10;
        }
        size += digits;
        return this;
    }

    /// Four hexadecimal digits.
    Bytes hex16(int value) {
        room(4);
        data[size++] = HEX[value >> 12 & 15];
        data[size++] = HEX[value >> 8 & 15];
        data[size++] = HEX[value >> 4 & 15];
        data[size++] = HEX[value & 15];
        return this;
    }

    /// A PDF text string in UTF-16.
    Bytes textString(String text) {
        add("<FEFF");
        for (int i = 0; i < text.length(); i++) hex16(text.charAt(i));
        return add('>');
    }

    Bytes big16(int value) {
        return add(value >> 8).add(value);
    }

    Bytes big32(long value) {
        return big16((int) (value >> 16)).big16((int) value);
    }

    private void room(int more) {
        if (size + more > data.length) data = Arrays.copyOf(data, Math.max(data.length * 2, size + more));
    }
}
