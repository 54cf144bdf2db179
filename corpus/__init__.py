"""Vietnamese administrative plans, from Markdown files to a checked and overview model.

The modules are the stages the data passes through, and import one way only:

    read -> model -> find -> resolve -> derive -> check -> pages, export
"""
