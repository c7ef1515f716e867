"""Pictures: decoded, shown in texts, looked at closely, walked through by keys."""
